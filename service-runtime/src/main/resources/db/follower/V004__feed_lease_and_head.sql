-- Which follower of a feed applies it. Only to save double work: that every entry is applied exactly once
-- rests on the lock of the cursor's row alone, so a lease that was lost without anybody noticing does no harm.
create table feed_lease (
  feed varchar(64) not null primary key,
  -- Id of the follower that applies the feed; empty when nobody does.
  holder varchar(36) not null,
  -- By this database's clock; whoever comes later may take the lease over.
  expire_time timestamp(6) with time zone not null
);

-- Token of the end of the feed as the last applied page knew it; empty before the first page.
alter table feed_cursor add column head_token varchar(4000) default '' not null;

-- When an entry that is known and not yet applied was written to the feed, as far as the last applied
-- page tells; null when everything known is applied.
alter table feed_cursor add column missing_time timestamp(6) with time zone;
