-- Reports, frozen when they were made. Nothing here is ever updated.

create table report (
  workspace varchar(64) not null,
  report_id varchar(64) not null,
  campaign_id varchar(64) not null,
  -- As it was asked for; empty meant the campaign's name. 200 characters may be 400 UTF-16 units.
  asked_title varchar(400) not null,
  create_time timestamp(6) with time zone not null,
  -- The message Report; what it says is the file CONTENT.
  head bytea not null,
  primary key (workspace, report_id)
);
create index report_by_time on report (workspace, create_time desc, report_id);
create index report_by_campaign on report (workspace, campaign_id, create_time desc, report_id);

-- What a report says (CONTENT) and the first rendering of each format (JSON, MARKDOWN, HTML).
create table report_file (
  workspace varchar(64) not null,
  report_id varchar(64) not null,
  name varchar(16) not null,
  content_type varchar(100) not null,
  sha256_hex varchar(64) not null,
  -- Version of the renderer; 0 for CONTENT.
  renderer_version integer not null,
  primary key (workspace, report_id, name)
);

-- The bytes in pieces of 64 KiB, as they are sent; H2 holds at most 1 MiB in one value.
create table report_file_piece (
  workspace varchar(64) not null,
  report_id varchar(64) not null,
  name varchar(16) not null,
  piece_no integer not null,
  piece bytea not null,
  primary key (workspace, report_id, name, piece_no)
);
