-- Tables for the tests of the database itself.
create table thing (
  id varchar(255) not null primary key,
  amount integer not null
);
create table other_thing (
  id varchar(255) not null primary key
);
-- What a follower did, without a key: an entry that is applied twice shall be seen twice.
create table applied_entry (
  shard integer not null,
  sequence bigint not null
);
