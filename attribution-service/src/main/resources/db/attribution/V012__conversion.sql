-- Shops, conversions, what happened to them, and the ledger of their credits. Everything of one order lives on the
-- order's shard under its key: storefront_id, conversion_type, order_id.

create table storefront (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  currency_code varchar(3),
  time_zone varchar(64) not null,
  tax_mode varchar(16) not null,
  touch_scope varchar(32) not null,
  version bigint not null,
  primary key (shard, workspace, storefront_id)
);
create index storefront_by_id on storefront (workspace, storefront_id);

-- A conversion as it stands.
create table conversion (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  conversion_time timestamp(6) with time zone not null,
  -- Empty for goals without amount.
  currency_code varchar(3) not null,
  tax_mode varchar(16) not null,
  test boolean not null,
  -- Keyed hashes.
  visitor_key bytea,
  customer_key bytea,
  -- The message as it was sent, without persons; what makes a resend the same is compared field by field.
  content bytea not null,
  receive_time timestamp(6) with time zone not null,
  payment_state varchar(16) not null,
  payment_state_time timestamp(6) with time zone not null,
  -- Parts of the order after amendments; null when not told.
  items_minor bigint,
  discount_minor bigint,
  tax_minor bigint,
  shipping_minor bigint,
  gift_card_minor bigint,
  tip_minor bigint,
  -- The credited part of them, and what refunds took back or want beyond it.
  base_minor bigint not null,
  refunded_minor bigint not null,
  excess_minor bigint not null,
  -- Newest row of conversion_revision, and of this order in the feed.
  revision integer not null,
  sequence bigint not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id)
);
create index conversion_by_time
  on conversion (workspace, conversion_time, storefront_id, conversion_type, order_id);

-- Every state of a conversion's attribution, with the rules it was decided by.
create table conversion_revision (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  revision integer not null,
  reason varchar(32) not null,
  policy_version integer not null,
  base varchar(32) not null,
  code_policy varchar(32) not null,
  lookback_seconds bigint not null,
  touch_scope varchar(32) not null,
  model varchar(32) not null,
  -- Null when somebody is credited.
  unattributed_reason varchar(32),
  decide_time timestamp(6) with time zone not null,
  -- Candidates and summary as they were when decided; null when an earlier revision's decision holds.
  decision bytea,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, revision)
);

-- Who has which part of a conversion. Amounts follow from the exact weights; empty ids do not apply.
create table credit_share (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  share_no integer not null,
  weight bigint not null,
  source varchar(16) not null,
  collaboration_id varchar(64),
  creator_id varchar(64),
  campaign_id varchar(64),
  code_id varchar(64) not null,
  link_id varchar(64) not null,
  touch_id varchar(64) not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, share_no)
);

-- The append-only ledger. Rows without refund_id add up to what was earned, those with one to what it took back.
create table posting (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  posting_no integer not null,
  revision integer not null,
  kind varchar(16) not null,
  source varchar(16) not null,
  collaboration_id varchar(64),
  creator_id varchar(64),
  campaign_id varchar(64),
  code_id varchar(64) not null,
  link_id varchar(64) not null,
  touch_id varchar(64) not null,
  refund_id varchar(64) not null,
  amendment_id varchar(64) not null,
  amount_minor bigint not null,
  conversion_millionths bigint not null,
  effective_time timestamp(6) with time zone not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, posting_no)
);
create index posting_by_time on posting (workspace, effective_time);

-- Money given back. Numbered together with amendments in the order received; state and amounts follow from replaying.
create table refund (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  refund_id varchar(64) not null,
  received_no integer not null,
  receive_time timestamp(6) with time zone not null,
  kind varchar(16) not null,
  refund_time timestamp(6) with time zone not null,
  currency_code varchar(3) not null,
  items_minor bigint,
  discount_minor bigint,
  tax_minor bigint,
  shipping_minor bigint,
  gift_card_minor bigint,
  tip_minor bigint,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, refund_id)
);

-- Signed changes of orders.
create table amendment (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  amendment_id varchar(64) not null,
  received_no integer not null,
  receive_time timestamp(6) with time zone not null,
  amendment_time timestamp(6) with time zone not null,
  currency_code varchar(3) not null,
  items_minor bigint,
  discount_minor bigint,
  tax_minor bigint,
  shipping_minor bigint,
  gift_card_minor bigint,
  tip_minor bigint,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, amendment_id)
);

-- What is odd about an order that was accepted all the same.
create table conversion_note (
  shard integer not null,
  workspace varchar(64) not null,
  storefront_id varchar(64) not null,
  conversion_type varchar(16) not null,
  order_id varchar(255) not null,
  note_no integer not null,
  kind varchar(32) not null,
  message varchar(1000) not null,
  primary key (shard, workspace, storefront_id, conversion_type, order_id, note_no)
);
