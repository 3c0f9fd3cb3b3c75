-- Who writes in groups to this log, so that each leaves the others their part of the shards. Only a hint:
-- order and exactness rest on the locked heads.
create table log_writer (
  writer_id varchar(64) not null primary key,
  -- What it writes: writers of other things are no competitors for the same work.
  kind varchar(64) not null,
  -- Its threads.
  writers integer not null,
  -- When it last said that it lives, by the clock of the database.
  beat_time timestamp(6) with time zone not null
);
