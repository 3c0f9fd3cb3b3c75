-- Custom goals are told apart by their names, so the name is part of both keys. The databases spell a change of a
-- primary key differently; a copy is the same on both.

create table conversion_by_goal (
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type integer not null,
  -- Name of a custom goal; empty for every other.
  custom_type varchar(64) not null,
  order_id varchar(255) not null,
  revision integer not null,
  primary key (workspace, storefront_id, conversion_type, custom_type, order_id)
);
insert into conversion_by_goal
select workspace, storefront_id, conversion_type, '', order_id, revision from conversion;
drop table conversion;
alter table conversion_by_goal rename to conversion;

create table credit_by_goal (
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type integer not null,
  custom_type varchar(64) not null,
  order_id varchar(255) not null,
  credit_no integer not null,
  conversion_time timestamp(6) with time zone not null,
  -- Empty for a goal without an amount.
  currency varchar(3) not null,
  -- Whether the order was cancelled or never paid: it then counts as no conversion.
  reversed boolean not null,
  test boolean not null,
  -- Number of tributary.attribution.v1.NewCustomer; 0 when it was not asked.
  new_customer integer not null,
  source integer not null,
  collaboration_id varchar(64) not null,
  creator_id varchar(64) not null,
  campaign_id varchar(64) not null,
  conversion_millionths integer not null,
  gross_minor bigint not null,
  refunded_minor bigint not null,
  net_minor bigint not null,
  primary key (workspace, storefront_id, conversion_type, custom_type, order_id, credit_no)
);
insert into credit_by_goal
select workspace, storefront_id, conversion_type, '', order_id, credit_no, conversion_time, currency, reversed, test, 0,
  source, collaboration_id, creator_id, campaign_id, conversion_millionths, gross_minor, refunded_minor, net_minor
from credit;
drop table credit;
alter table credit_by_goal rename to credit;
create index credit_by_collaboration on credit (workspace, collaboration_id);
create index credit_by_campaign on credit (workspace, campaign_id);
