-- What the feed has been told that an order earned a collaboration, on the order's shard, under the lock of its head. Each
-- amount has the number of its newest entry, 0 before the first.
create table commission_accrual (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(32) not null,
  order_id varchar(255) not null,
  collaboration_id varchar(64) not null,
  currency_code varchar(3) not null,
  accrued_minor bigint not null,
  accrued_no integer not null,
  reversed_minor bigint not null,
  reversed_no integer not null,
  discount_minor bigint not null,
  discount_no integer not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, collaboration_id, currency_code)
);
create index commission_accrual_by_collaboration on commission_accrual (workspace, collaboration_id);
