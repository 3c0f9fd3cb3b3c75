-- What the person said about being recognised: UNSPECIFIED, GRANTED or DENIED. With DENIED the row names nobody.
alter table touch add column consent varchar(16) default 'UNSPECIFIED' not null;
