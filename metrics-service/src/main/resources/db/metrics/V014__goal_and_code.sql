-- What a campaign is for and wants to reach, of the highest version seen. Numbers of the objective are those of
-- tributary.type.v1.Objective.
create table campaign_goal (
  workspace varchar(64) not null,
  campaign_id varchar(64) not null,
  version bigint not null,
  objective integer not null,
  primary key (workspace, campaign_id)
);

-- Targets of a campaign, replaced together with its goal. One of the three numbers is there; money is in the currency
-- of the campaign.
create table campaign_target (
  workspace varchar(64) not null,
  campaign_id varchar(64) not null,
  kpi_id varchar(64) not null,
  target_count bigint,
  ratio_millionths bigint,
  money_minor bigint,
  primary key (workspace, campaign_id, kpi_id)
);

-- Promo codes, of each the highest version seen, with their owner now. Empty ids mean nobody's.
create table promo_code (
  workspace varchar(64) not null,
  code_id varchar(64) not null,
  version bigint not null,
  collaboration_id varchar(64) not null,
  creator_id varchar(64) not null,
  campaign_id varchar(64) not null,
  start_time timestamp(6) with time zone,
  end_time timestamp(6) with time zone,
  disabled boolean not null,
  primary key (workspace, code_id)
);
create index promo_code_by_collaboration on promo_code (workspace, collaboration_id);
create index promo_code_by_campaign on promo_code (workspace, campaign_id);

-- Both feeds are read again from their beginning, since these tables are about entries that were passed over before.
-- What was applied already stays as it is.
update feed_cursor set token = '', record_time = null, head_token = '', missing_time = null;
