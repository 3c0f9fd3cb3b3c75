-- What attribution's ledger says that collaborations earned. Of the entries of one thing the one with the highest number
-- has all of it. Numbers of kind and type are those of tributary.attribution.v1; ids that do not apply are empty.
create table commission_movement (
  workspace varchar(64) not null,
  collaboration_id varchar(64) not null,
  creator_id varchar(64) not null,
  campaign_id varchar(64) not null,
  kind integer not null,
  storefront_id varchar(64) not null,
  conversion_type integer not null,
  order_id varchar(255) not null,
  source_id varchar(64) not null,
  currency varchar(3) not null,
  movement_no integer not null,
  total_minor bigint not null,
  effective_time timestamp(6) with time zone not null,
  primary key (
    workspace, collaboration_id, kind, storefront_id, conversion_type, order_id, source_id, currency)
);
