-- Codes that were replaced by others.

-- Ids of the code that this one replaced, and of the one that replaced it; null without.
alter table promo_code add column rotated_from varchar(64);
alter table promo_code add column rotated_to varchar(64);

-- The commands that replaced codes, each under the caller's id.
create table code_rotation (
  shard integer not null,
  workspace varchar(64) not null,
  rotation_id varchar(64) not null,
  effective_time timestamp(6) with time zone not null,
  record_time timestamp(6) with time zone not null,
  -- The request, by which a resend is known.
  command bytea not null,
  primary key (shard, workspace, rotation_id)
);
