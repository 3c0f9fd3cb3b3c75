-- The campaign catalogue: the latest version of each item. Earlier versions are in feed_entry.
create table catalog_item (
  shard integer not null,
  workspace text not null,
  -- campaign, creator, collaboration or post.
  kind text not null,
  item_id text not null,
  -- The campaign of a collaboration, the collaboration of a post; empty for none.
  parent_id text not null,
  -- Starts at 1 and rises with each change.
  version bigint not null,
  -- When the item left the lists; null while it is in them.
  archive_time timestamp(6) with time zone,
  -- Latest entry of the item in the feed of its shard.
  sequence bigint not null,
  -- The item's message, with its output-only fields.
  payload bytea not null,
  primary key (shard, workspace, kind, item_id)
);
create index catalog_item_by_id on catalog_item (workspace, kind, item_id);
create index catalog_item_by_parent on catalog_item (workspace, kind, parent_id, item_id);

-- Observations by what they are about. The message itself stands once, in feed_entry under (shard, sequence).
create table observation (
  shard integer not null,
  workspace text not null,
  -- Hash of the subject: a post, an account, a cost, the traffic of a collaboration or campaign, a currency pair.
  subject_key text not null,
  observation_id text not null,
  -- Hash of the content, its first byte being the version of the hash.
  fingerprint bytea not null,
  observed_time timestamp(6) with time zone not null,
  sequence bigint not null,
  primary key (shard, workspace, subject_key, observation_id)
);
create index observation_by_time on observation (shard, workspace, subject_key, observed_time, sequence);
