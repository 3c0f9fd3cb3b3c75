-- What codes give and how often they may be used, and who has such a use in hand.

-- Message of the contract with nothing but limits and discount; null without any.
alter table promo_code add column terms bytea;
alter table promo_code add column created_terms bytea;

-- One for each code and order, on the code's shard. Whoever writes here or to the counters below has locked the head of
-- that shard, so that what is held and used never exceeds a limit.
create table code_reservation (
  shard integer not null,
  workspace varchar(64) not null,
  code_id varchar(64) not null,
  order_key varchar(255) not null,
  -- Keyed hash; null for a guest.
  customer_key bytea,
  state varchar(16) not null,
  currency_code varchar(3) not null,
  amount_minor bigint not null,
  discount_minor bigint not null,
  create_time timestamp(6) with time zone not null,
  expire_time timestamp(6) with time zone not null,
  -- Starts at 1 and rises with each change.
  version bigint not null,
  primary key (shard, workspace, code_id, order_key)
);
create index code_reservation_by_state
  on code_reservation (shard, workspace, code_id, state, expire_time);

-- How many uses of a code are made and held, and which discount they give; a row per currency of the orders, so that a
-- budget knows what was given before it was set.
create table code_counter (
  shard integer not null,
  workspace varchar(64) not null,
  code_id varchar(64) not null,
  currency_code varchar(3) not null,
  used bigint not null,
  held bigint not null,
  used_minor bigint not null,
  held_minor bigint not null,
  primary key (shard, workspace, code_id, currency_code)
);

-- The same of each customer.
create table code_customer_counter (
  shard integer not null,
  workspace varchar(64) not null,
  code_id varchar(64) not null,
  customer_key bytea not null,
  used bigint not null,
  held bigint not null,
  primary key (shard, workspace, code_id, customer_key)
);
