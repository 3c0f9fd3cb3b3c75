-- Tables for the tests of the database itself.
create table thing (
  id varchar(255) not null primary key,
  amount integer not null
);
create table other_thing (
  id varchar(255) not null primary key
);
