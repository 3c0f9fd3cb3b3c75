-- The entry of the feed that a posting was written with, so that "at or below a position" is exact for postings too.
-- Earlier postings take the newest entry of their conversion, which is never earlier than their own: a cut that has it
-- has all of them, and one that has not has none of them.
alter table posting add column sequence bigint default 0 not null;
update posting set sequence = (
  select c.sequence from conversion c
  where c.shard = posting.shard and c.workspace = posting.workspace and c.storefront_id = posting.storefront_id
    and c.conversion_type = posting.conversion_type and c.order_id = posting.order_id);

create index posting_by_collaboration on posting (workspace, collaboration_id, effective_time);
