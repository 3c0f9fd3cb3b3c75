-- Audience breakdowns, comments, mentions, survey results and feedback, every one under its place in the feed, kept
-- whole: which parts deserve columns is for the questions to come to say. Nothing in here names a person; authors are
-- keyed hashes.
create table opinion (
  shard integer not null,
  sequence bigint not null,
  workspace varchar(64) not null,
  -- Number of the field in tributary.ingestion.v1.Observation: 15 audience_breakdown to 19 feedback.
  kind integer not null,
  -- Number of tributary.type.v1.Platform if it is about an account, otherwise 0.
  platform integer not null,
  -- Handle of the account, keyword, or id of the post, campaign or collaboration.
  subject_id varchar(255) not null,
  observed_time timestamp(6) with time zone not null,
  receive_time timestamp(6) with time zone not null,
  provenance integer not null,
  system varchar(64) not null,
  -- The message tributary.ingestion.v1.Observation.
  payload bytea not null,
  primary key (shard, sequence)
);
create index opinion_by_subject on opinion (workspace, kind, platform, subject_id, observed_time);
