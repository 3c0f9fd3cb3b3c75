-- Promo codes, their owners and tracking links. 64 characters beyond the basic plane are 128 UTF-16 units in H2.

create table promo_code (
  shard integer not null,
  workspace varchar(64) not null,
  code_id varchar(64) not null,
  storefront_id varchar(64) not null,
  code varchar(128) not null,
  code_key varchar(255) not null,
  start_time timestamp(6) with time zone,
  end_time timestamp(6) with time zone,
  disabled_since timestamp(6) with time zone,
  version bigint not null,
  create_time timestamp(6) with time zone not null,
  -- Place of the newest change in the feed.
  sequence bigint not null,
  -- Owner of now, the last of code_owner; for lists.
  owner_collaboration_id varchar(64),
  -- What the code was created with, so that a resend is known as one after changes.
  created_start_time timestamp(6) with time zone,
  created_end_time timestamp(6) with time zone,
  created_disabled boolean not null,
  primary key (shard, workspace, code_id)
);
create index promo_code_by_id on promo_code (workspace, code_id);
create index promo_code_by_collaboration on promo_code (workspace, owner_collaboration_id, code_id);

-- Who has a key. A row stays for ever: a key is never given to a second code of the storefront.
create table code_key (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  code_key varchar(255) not null,
  code_id varchar(64) not null,
  primary key (shard, workspace, storefront_id, code_key)
);

-- Every owner of a code so far, numbered from 1. Nobody's time has null ids.
create table code_owner (
  shard integer not null,
  workspace varchar(64) not null,
  code_id varchar(64) not null,
  interval_no integer not null,
  collaboration_id varchar(64),
  creator_id varchar(64),
  campaign_id varchar(64),
  start_time timestamp(6) with time zone,
  primary key (shard, workspace, code_id, interval_no)
);

create table link (
  shard integer not null,
  workspace varchar(64) not null,
  link_id varchar(64) not null,
  collaboration_id varchar(64),
  creator_id varchar(64),
  campaign_id varchar(64),
  destination_url varchar(4000) not null,
  utm_source varchar(400) not null,
  utm_medium varchar(400) not null,
  utm_campaign varchar(400) not null,
  utm_term varchar(400) not null,
  utm_content varchar(400) not null,
  utm_id varchar(400) not null,
  -- Hash of the parameters as they are compared; null when there are none.
  utm_key varchar(32),
  placement varchar(128) not null,
  create_time timestamp(6) with time zone not null,
  sequence bigint not null,
  primary key (shard, workspace, link_id)
);
create index link_by_id on link (workspace, link_id);
create index link_by_collaboration on link (workspace, collaboration_id, link_id);
create index link_by_utm on link (workspace, utm_key);
