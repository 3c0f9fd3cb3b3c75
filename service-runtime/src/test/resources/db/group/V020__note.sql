create table note (
  shard integer not null,
  sequence bigint not null,
  workspace varchar(64) not null,
  id varchar(64) not null,
  text varchar(64) not null check (text <> 'poison'),
  primary key (shard, sequence)
);
create unique index note_by_id on note (workspace, id, shard);
