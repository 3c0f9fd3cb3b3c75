-- What attribution decided and counted.

-- Links never change. Empty ids mean a channel that is no creator's.
create table link (
  workspace varchar(64) not null,
  link_id varchar(64) not null,
  collaboration_id varchar(64) not null,
  creator_id varchar(64) not null,
  campaign_id varchar(64) not null,
  primary key (workspace, link_id)
);
create index link_by_collaboration on link (workspace, collaboration_id);
create index link_by_campaign on link (workspace, campaign_id);

-- Every touch under its place in the feed: a touch id is unique only together with a person, whom we do not store.
-- Numbers of type and validity are those of tributary.attribution.v1.
create table touch (
  shard integer not null,
  sequence bigint not null,
  workspace varchar(64) not null,
  touch_type integer not null,
  validity integer not null,
  test boolean not null,
  link_id varchar(64) not null,
  event_time timestamp(6) with time zone not null,
  -- The same in whole quarters of an hour since 1970, since databases are slow at computing what rows are grouped by.
  -- No midnight of any zone lies inside a quarter.
  event_quarter_hour bigint not null,
  primary key (shard, sequence)
);
-- Holds all that counting clicks needs, so that no row is fetched.
create index touch_by_link on touch
  (workspace, touch_type, validity, test, link_id, event_time, event_quarter_hour);

-- The revision of each conversion that its credits below belong to.
create table conversion (
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type integer not null,
  order_id varchar(255) not null,
  revision integer not null,
  primary key (workspace, storefront_id, conversion_type, order_id)
);

-- The credits of each conversion as they hold now, with what a query needs of the conversion, so that nothing has to
-- be joined. Empty ids mean nobody's.
create table credit (
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type integer not null,
  order_id varchar(255) not null,
  credit_no integer not null,
  conversion_time timestamp(6) with time zone not null,
  -- Empty for a goal without an amount.
  currency varchar(3) not null,
  -- Whether the order was cancelled or never paid: it then counts as no conversion.
  reversed boolean not null,
  test boolean not null,
  source integer not null,
  collaboration_id varchar(64) not null,
  creator_id varchar(64) not null,
  campaign_id varchar(64) not null,
  conversion_millionths integer not null,
  gross_minor bigint not null,
  refunded_minor bigint not null,
  net_minor bigint not null,
  primary key (workspace, storefront_id, conversion_type, order_id, credit_no)
);
create index credit_by_collaboration on credit (workspace, collaboration_id);
create index credit_by_campaign on credit (workspace, campaign_id);
