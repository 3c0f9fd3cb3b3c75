-- Persons that were forgotten. Who they were is not in here: the receipt counts and adds up, and names nobody.

create table erasure (
  shard integer not null,
  workspace varchar(64) not null,
  erasure_id varchar(64) not null,
  erase_time timestamp(6) with time zone not null,
  -- Message of the contract.
  receipt bytea not null,
  sequence bigint not null,
  primary key (shard, workspace, erasure_id)
);

-- So that a customer's rows are found when the customer is to be forgotten.
create index code_reservation_by_customer on code_reservation (workspace, customer_key);
create index code_customer_counter_by_customer on code_customer_counter (workspace, customer_key);
