-- The chargeback that a reversal gives back; empty for all other refunds.
alter table refund add column reversed_refund_id varchar(64) default '' not null;
