-- Holds: why an order's credit is not paid for now. A hold changes what may be paid, never the credit; a rejected one
-- moves the credit to nobody by postings. Any row of an order with state HELD keeps it from being paid.

-- Numbered from 1 in the order placed, on the order's shard, under the lock of its head. Rows are never deleted.
create table order_hold (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  hold_no integer not null,
  -- What found it, as dev.tributary.attribution.hold.HoldRule calls it, and which version of the rules.
  rule varchar(32) not null,
  rule_version integer not null,
  -- HELD, RELEASED or REJECTED.
  state varchar(16) not null,
  -- Message of the contract with what the rule saw, without persons.
  evidence bytea not null,
  -- Time of the conversion, which never changes; lists are in its order.
  conversion_time timestamp(6) with time zone not null,
  -- Who placed it and why, and the caller's key of that command; empty when a rule did.
  create_time timestamp(6) with time zone not null,
  actor varchar(255) not null,
  reason varchar(1000) not null,
  batch_id varchar(64) not null,
  -- Who ended it, why, and by which command; null and empty while it is held.
  resolve_time timestamp(6) with time zone,
  resolve_actor varchar(255) not null,
  resolve_reason varchar(1000) not null,
  resolve_batch_id varchar(64) not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, hold_no)
);
create index order_hold_by_time
  on order_hold (workspace, conversion_time, storefront_id, conversion_type, order_id, hold_no);
create index order_hold_by_state
  on order_hold (workspace, state, conversion_time, storefront_id, conversion_type, order_id, hold_no);

-- What the holds of an order come to: HELD, REJECTED, or null when nothing stands in the way. Written with the holds.
alter table conversion add column hold_state varchar(16);
