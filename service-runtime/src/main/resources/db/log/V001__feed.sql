-- The sharded log of a service. A sequence is taken while the shard's head row is locked, so rows of one
-- shard become visible in order and without gaps.

-- Identity of this log. A position taken from another log, or from an earlier life of this database, has
-- another feed_id and is refused instead of being misread.
create table feed_identity (
  only_row integer not null primary key check (only_row = 1),
  feed_id varchar(36) not null
);
insert into feed_identity (only_row, feed_id) values (1, cast(gen_random_uuid() as varchar(36)));

create table feed_head (
  shard integer not null primary key check (shard between 0 and 63),
  last_sequence bigint not null
);
insert into feed_head (shard, last_sequence) select shard, 0 from generate_series(0, 63) as shards (shard);

create table feed_entry (
  shard integer not null,
  sequence bigint not null,
  workspace varchar(64) not null,
  kind varchar(64) not null,
  payload bytea not null,
  record_time timestamp(6) with time zone not null,
  primary key (shard, sequence)
);
