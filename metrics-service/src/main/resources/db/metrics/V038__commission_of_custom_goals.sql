-- Custom goals are told apart by their names here too: commissions of two goals with one order id shared a row, and one of
-- them was lost.

create table commission_by_goal (
  workspace varchar(64) not null,
  collaboration_id varchar(64) not null,
  creator_id varchar(64) not null,
  campaign_id varchar(64) not null,
  kind integer not null,
  storefront_id varchar(64) not null,
  conversion_type integer not null,
  -- Name of a custom goal; empty for every other.
  custom_type varchar(64) not null,
  order_id varchar(255) not null,
  source_id varchar(64) not null,
  currency varchar(3) not null,
  movement_no integer not null,
  total_minor bigint not null,
  effective_time timestamp(6) with time zone not null,
  primary key (
    workspace, collaboration_id, kind, storefront_id, conversion_type, custom_type, order_id, source_id, currency)
);
-- 12 is CUSTOM: whose those rows are nobody knows any more.
insert into commission_by_goal
select workspace, collaboration_id, creator_id, campaign_id, kind, storefront_id, conversion_type, '', order_id, source_id,
  currency, movement_no, total_minor, effective_time
from commission_movement where conversion_type <> 12;
drop table commission_movement;
alter table commission_by_goal rename to commission_movement;

-- So the feed is read again from its beginning. What was applied already stays as it is.
update feed_cursor set token = '', record_time = null, head_token = '', missing_time = null where feed = 'attribution';
