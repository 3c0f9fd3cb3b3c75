-- What late touches would have changed about conversions of locked periods, on the order's shard. Who has the credit and
-- who would have it are messages of the contract.
create table withheld_change (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(32) not null,
  order_id varchar(255) not null,
  change_no integer not null,
  conversion_time timestamp(6) with time zone not null,
  find_time timestamp(6) with time zone not null,
  content bytea not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, change_no)
);
create index withheld_change_by_time
  on withheld_change (workspace, find_time, storefront_id, conversion_type, order_id, change_no);
