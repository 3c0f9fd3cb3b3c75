-- What the rules of holds look at, and the commands of persons about holds.

-- As whom a creator shops: keyed hashes, replaced as a whole.
create table creator_identity (
  shard integer not null,
  workspace varchar(64) not null,
  creator_id varchar(64) not null,
  -- CUSTOMER, VISITOR or EMAIL.
  kind varchar(16) not null,
  person_key bytea not null,
  primary key (shard, workspace, creator_id, kind, person_key)
);
create index creator_identity_by_creator on creator_identity (workspace, creator_id);
-- An erasure looks a person up while it holds every head.
create index creator_identity_by_person on creator_identity (workspace, person_key);

-- E-mail addresses of orders as keyed hashes, on the order's shard.
create table conversion_email (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  email_key bytea not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, email_key)
);
create index conversion_email_by_key on conversion_email (workspace, email_key);

-- Commands by the caller's key. What a command has done so far is written with each group of orders that it changes.
create table hold_batch (
  shard integer not null,
  workspace varchar(64) not null,
  batch_id varchar(64) not null,
  -- PLACE or RESOLVE.
  kind varchar(16) not null,
  -- Message of the request, without batch_id; another one with the same key is refused.
  request bytea not null,
  create_time timestamp(6) with time zone not null,
  done boolean not null,
  -- Message of the contract with what was done so far.
  outcome bytea not null,
  primary key (shard, workspace, batch_id)
);

-- How the rules judge a shop's orders: the message of the contract, null for the defaults.
alter table storefront add column hold_settings bytea;

-- Host of the page from which a visit came; null when not told.
alter table touch add column referrer_host varchar(255);
