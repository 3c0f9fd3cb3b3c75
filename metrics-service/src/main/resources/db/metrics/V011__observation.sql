-- What was observed. A later one counts, and later means received later: (receive_time, shard, sequence), which is
-- the feed's own order for everything about one subject.

-- Every snapshot of a post's counters, restatements included; nothing is ever replaced. The three arrays stand side
-- by side, one place per counter, under the names that the source gave: names become canonical metrics when they are
-- read, so a new row of the vocabulary needs no second load. A row per snapshot instead of one per counter because a
-- query reads thousands of them.
create table post_snapshot (
  workspace varchar(64) not null,
  post_id varchar(64) not null,
  observed_time timestamp(6) with time zone not null,
  shard integer not null,
  sequence bigint not null,
  receive_time timestamp(6) with time zone not null,
  -- Numbers of tributary.type.v1.ProvenanceClass: the smaller, the more trusted.
  provenance integer not null,
  system varchar(64) not null,
  -- Numbers of tributary.ingestion.v1.CounterSpan: 1 is a lifetime total, 2 the growth on one day.
  span integer not null,
  -- The day of a daily growth in the zone that its source cuts days in; null and empty otherwise.
  counted_day date,
  counted_day_zone varchar(64) not null,
  metrics varchar(100) array not null,
  -- Null where there is no number.
  counts bigint array not null,
  -- 0 where there is a number, otherwise why not: numbers of tributary.ingestion.v1.Unavailability.
  absences integer array not null,
  primary key (workspace, post_id, observed_time, shard, sequence)
);

-- Every snapshot of an account's counters, kept like those of posts.
create table account_snapshot (
  workspace varchar(64) not null,
  platform integer not null,
  handle varchar(255) not null,
  observed_time timestamp(6) with time zone not null,
  shard integer not null,
  sequence bigint not null,
  receive_time timestamp(6) with time zone not null,
  provenance integer not null,
  system varchar(64) not null,
  metrics varchar(100) array not null,
  counts bigint array not null,
  absences integer array not null,
  primary key (workspace, platform, handle, observed_time, shard, sequence)
);

-- Every observation of an item of cost; the one received last says what it costs and whose it is, the one observed
-- first says when it counts. Numbers of kind and state are those of tributary.ingestion.v1.
create table cost_entry (
  workspace varchar(64) not null,
  cost_id varchar(64) not null,
  receive_time timestamp(6) with time zone not null,
  shard integer not null,
  sequence bigint not null,
  observed_time timestamp(6) with time zone not null,
  provenance integer not null,
  system varchar(64) not null,
  collaboration_id varchar(64) not null,
  campaign_id varchar(64) not null,
  post_id varchar(64) not null,
  kind integer not null,
  state integer not null,
  currency varchar(3) not null,
  amount_minor bigint not null,
  primary key (workspace, cost_id, receive_time, shard, sequence)
);
create index cost_entry_by_collaboration on cost_entry (workspace, collaboration_id);
create index cost_entry_by_campaign on cost_entry (workspace, campaign_id);

-- The rate of each pair and day as it was last received: units of the quote currency for one unit of the base, in
-- billionths.
create table exchange_rate (
  workspace varchar(64) not null,
  base_currency varchar(3) not null,
  quote_currency varchar(3) not null,
  rate_date date not null,
  receive_time timestamp(6) with time zone not null,
  shard integer not null,
  sequence bigint not null,
  rate_nanos bigint not null,
  primary key (workspace, base_currency, quote_currency, rate_date)
);

-- Traffic on the brand's site by interval and system, as last received; a number that was not measured is null.
create table web_traffic (
  workspace varchar(64) not null,
  collaboration_id varchar(64) not null,
  campaign_id varchar(64) not null,
  start_time timestamp(6) with time zone not null,
  end_time timestamp(6) with time zone not null,
  system varchar(64) not null,
  receive_time timestamp(6) with time zone not null,
  shard integer not null,
  sequence bigint not null,
  provenance integer not null,
  sessions bigint,
  engaged_sessions bigint,
  users bigint,
  new_users bigint,
  primary key (workspace, collaboration_id, campaign_id, start_time, end_time, system)
);
