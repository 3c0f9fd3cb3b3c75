-- The catalogue as ingestion tells it: of each thing the highest version seen. Ids that name each other may be
-- unknown yet, so nothing is a foreign key. An empty id means none. Numbers of platforms, formats and
-- statuses are those of the contracts.
create table campaign (
  workspace varchar(64) not null,
  campaign_id varchar(64) not null,
  version bigint not null,
  start_date date not null,
  end_date date not null,
  time_zone varchar(64) not null,
  currency varchar(3) not null,
  primary key (workspace, campaign_id)
);

-- The brand's own accounts, replaced together with their campaign.
create table brand_account (
  workspace varchar(64) not null,
  campaign_id varchar(64) not null,
  platform integer not null,
  handle varchar(255) not null,
  primary key (workspace, campaign_id, platform, handle)
);

-- Only that the creator is there; whatever else is known of a person stays with ingestion.
create table creator (
  workspace varchar(64) not null,
  creator_id varchar(64) not null,
  version bigint not null,
  primary key (workspace, creator_id)
);

create table collaboration (
  workspace varchar(64) not null,
  collaboration_id varchar(64) not null,
  version bigint not null,
  campaign_id varchar(64) not null,
  creator_id varchar(64) not null,
  status integer not null,
  primary key (workspace, collaboration_id)
);
create index collaboration_by_campaign on collaboration (workspace, campaign_id);
create index collaboration_by_creator on collaboration (workspace, creator_id);

create table post (
  workspace varchar(64) not null,
  post_id varchar(64) not null,
  version bigint not null,
  collaboration_id varchar(64) not null,
  platform integer not null,
  format integer not null,
  publish_time timestamp(6) with time zone,
  expire_time timestamp(6) with time zone,
  removal_time timestamp(6) with time zone,
  follower_count bigint,
  primary key (workspace, post_id)
);
create index post_by_collaboration on post (workspace, collaboration_id);
