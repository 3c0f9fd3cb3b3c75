-- How far this service has applied the feeds that it follows. The applier locks its row and commits it
-- together with the effects, so every entry is applied exactly once, however many processes try.
create table feed_cursor (
  feed varchar(64) not null primary key,
  -- Opaque token of the position applied; empty before the first page.
  token varchar(4000) not null,
  -- When the newest applied entry was written to the feed; null before the first.
  record_time timestamp(6) with time zone
);
