-- What became known of visitors, each on its visitor's shard. Whose a touch is follows from these rows whenever somebody
-- asks; nothing of a touch is rewritten.

create table identity_link (
  shard integer not null,
  workspace varchar(64) not null,
  -- Keyed hash of the visitor.
  visitor_key bytea not null,
  identity_link_id varchar(64) not null,
  kind varchar(16) not null,
  -- Keyed hash of the customer; null unless the kind is LINK.
  customer_key bytea,
  event_time timestamp(6) with time zone not null,
  record_time timestamp(6) with time zone not null,
  -- The link that was wrong; null unless the kind is RETRACT. There may be no such link yet.
  retracted_link_id varchar(64),
  sequence bigint not null,
  primary key (shard, workspace, visitor_key, identity_link_id)
);
create index identity_link_by_visitor on identity_link (workspace, visitor_key, event_time);
create index identity_link_by_customer on identity_link (workspace, customer_key, event_time);
