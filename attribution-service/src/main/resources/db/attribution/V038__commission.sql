-- Terms of collaborations and the statements in which commissions are paid. Rows of a collaboration are on its own shard.

-- Versions are never changed.
create table commission_terms (
  shard integer not null,
  workspace varchar(64) not null,
  collaboration_id varchar(64) not null,
  terms_version integer not null,
  start_time timestamp(6) with time zone not null,
  create_time timestamp(6) with time zone not null,
  -- Message of the contract.
  content bytea not null,
  -- Place in the feed.
  sequence bigint not null,
  primary key (shard, workspace, collaboration_id, terms_version)
);
create index commission_terms_by_collaboration on commission_terms (workspace, collaboration_id, terms_version);

-- One for each workspace. Whoever locks a period has locked its row, so that numbers have no gaps.
create table commission_book (
  shard integer not null,
  workspace varchar(64) not null,
  last_statement_no bigint not null,
  -- End of the last locked period, and the cut of the ledger that it was made at; null before the first.
  locked_until timestamp(6) with time zone,
  cut_position varchar(4000),
  primary key (shard, workspace)
);

-- A locked period. Never changed.
create table commission_lock (
  shard integer not null,
  workspace varchar(64) not null,
  lock_id varchar(64) not null,
  start_time timestamp(6) with time zone not null,
  end_time timestamp(6) with time zone not null,
  lock_time timestamp(6) with time zone not null,
  cut_position varchar(4000) not null,
  first_statement_no bigint not null,
  statement_count bigint not null,
  -- Message of the contract that answered the call, without statements.
  answer bytea not null,
  primary key (shard, workspace, lock_id)
);

-- What one collaboration gets in one currency. Only the payment is added later, once.
create table commission_statement (
  shard integer not null,
  workspace varchar(64) not null,
  statement_no bigint not null,
  lock_id varchar(64) not null,
  period_start timestamp(6) with time zone not null,
  period_end timestamp(6) with time zone not null,
  create_time timestamp(6) with time zone not null,
  collaboration_id varchar(64) not null,
  creator_id varchar(64) not null,
  campaign_id varchar(64) not null,
  currency_code varchar(3) not null,
  gross_minor bigint not null,
  refunds_minor bigint not null,
  commission_minor bigint not null,
  adjustments_minor bigint not null,
  fees_minor bigint not null,
  bonuses_minor bigint not null,
  carry_in_minor bigint not null,
  carry_out_minor bigint not null,
  payable_minor bigint not null,
  line_count integer not null,
  -- Null until it is paid.
  payment_id varchar(64),
  primary key (shard, workspace, statement_no)
);
create index commission_statement_by_no on commission_statement (workspace, statement_no);
create index commission_statement_by_collaboration
  on commission_statement (workspace, collaboration_id, currency_code, statement_no);

-- What a statement takes: differences to what earlier ones have of the same conversion. Never changed.
create table commission_line (
  shard integer not null,
  workspace varchar(64) not null,
  statement_no bigint not null,
  line_no integer not null,
  collaboration_id varchar(64) not null,
  kind varchar(16) not null,
  -- Empty for fees and bonuses.
  storefront_id varchar(64) not null,
  conversion_type varchar(32) not null,
  order_id varchar(255) not null,
  -- The fee or bonus; empty for conversions.
  source_id varchar(64) not null,
  line_time timestamp(6) with time zone not null,
  approve_time timestamp(6) with time zone not null,
  terms_version integer not null,
  tier_from bigint not null,
  tier_to bigint not null,
  adjusts boolean not null,
  earned_minor bigint not null,
  refunded_minor bigint not null,
  amount_minor bigint not null,
  primary key (shard, workspace, statement_no, line_no)
);
create index commission_line_by_statement on commission_line (workspace, statement_no, line_no);
create index commission_line_by_collaboration on commission_line (workspace, collaboration_id);

-- A payment of statements. Never changed.
create table commission_payment (
  shard integer not null,
  workspace varchar(64) not null,
  payment_id varchar(64) not null,
  reference varchar(200) not null,
  payment_date date not null,
  create_time timestamp(6) with time zone not null,
  primary key (shard, workspace, payment_id)
);
