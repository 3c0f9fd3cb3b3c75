-- Uses of codes as recorded orders make them.

-- Which limit a use did not fit, in the state OVER_LIMIT; null otherwise.
alter table code_reservation add column over_limit varchar(32);
-- A recorded order uses what was reserved for it, whatever the code.
create index code_reservation_by_order on code_reservation (workspace, order_key);

-- How many uses the limits did not allow.
alter table code_counter add column over_limit bigint default 0 not null;

-- For OVER_LIMIT: the code, and the limit as the contract's reason without its prefix. Empty for all other notes.
alter table conversion_note add column code_id varchar(64) default '' not null;
alter table conversion_note add column reason varchar(32) default '' not null;
