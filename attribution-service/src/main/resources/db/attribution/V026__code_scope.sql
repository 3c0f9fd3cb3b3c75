-- Codes that bind a customer to their owner, for later orders too.

-- For how many days; 0 when a code has the credit of its own order only.
alter table promo_code add column future_days integer default 0 not null;
alter table promo_code add column created_future_days integer default 0 not null;

-- Purchases that bind their customer, by the order's own key and on its shard. A row says what the order is credited by
-- now: it goes when the code loses the credit.
create table code_binding (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  customer_key bytea not null,
  code_id varchar(64) not null,
  code varchar(128) not null,
  collaboration_id varchar(64) not null,
  creator_id varchar(64) not null,
  campaign_id varchar(64) not null,
  -- Later orders in between are bound, the end included.
  order_time timestamp(6) with time zone not null,
  until_time timestamp(6) with time zone not null,
  -- Whether the order is neither voided nor cancelled.
  active boolean not null,
  -- When it was last written that the order binds.
  record_time timestamp(6) with time zone not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id)
);
create index code_binding_by_customer
  on code_binding (workspace, customer_key, storefront_id, order_time);
