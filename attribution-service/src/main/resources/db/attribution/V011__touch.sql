-- Touches. A touch is its own entry of the feed: its shard and sequence are taken from the shard's head.

create table touch (
  shard integer not null,
  sequence bigint not null,
  workspace varchar(64) not null,
  touch_id varchar(64) not null,
  -- Keyed hash of the visitor; empty without one, since it is part of the key.
  person_key bytea not null,
  -- Keyed hash of the customer.
  customer_key bytea,
  type varchar(16) not null,
  event_time timestamp(6) with time zone not null,
  record_time timestamp(6) with time zone not null,
  link_id varchar(64),
  utm_source varchar(400) not null,
  utm_medium varchar(400) not null,
  utm_campaign varchar(400) not null,
  utm_term varchar(400) not null,
  utm_content varchar(400) not null,
  utm_id varchar(400) not null,
  validity varchar(16) not null,
  test boolean not null,
  fingerprint bytea not null,
  primary key (shard, sequence)
);
-- The shard follows from the other columns; it is in the key so that the key can be kept shard by shard.
create unique index touch_by_id on touch (workspace, touch_id, person_key, shard);
create index touch_by_person on touch (workspace, person_key, event_time);
create index touch_by_customer on touch (workspace, customer_key, event_time);
