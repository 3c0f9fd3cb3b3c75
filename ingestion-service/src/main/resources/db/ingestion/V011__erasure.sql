-- Which observations name whom, so that an author's are found when the author is to be forgotten. The hash itself stands
-- in the message. V012 fills it for earlier observations.
create table observation_author (
  workspace text not null,
  -- Keyed hash of the author of a comment or mention.
  author_key bytea not null,
  -- Place of the observation in the feed.
  shard integer not null,
  sequence bigint not null,
  primary key (workspace, author_key, shard, sequence)
);

-- Persons that were forgotten. Who they were is not in here: the receipt counts, and names nobody.
create table erasure (
  shard integer not null,
  workspace text not null,
  erasure_id text not null,
  erase_time timestamp(6) with time zone not null,
  -- Message of the contract.
  receipt bytea not null,
  sequence bigint not null,
  primary key (shard, workspace, erasure_id)
);
