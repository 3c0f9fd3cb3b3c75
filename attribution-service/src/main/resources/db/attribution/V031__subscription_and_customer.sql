-- Where a conversion stands in a subscription; null when in none.
alter table conversion add column subscription_id varchar(255);
alter table conversion add column subscription_sequence bigint;
create index conversion_by_subscription on conversion (workspace, storefront_id, subscription_id);

-- Whether the customer was new and how that was known when it was recorded; null when it was not asked.
alter table conversion add column new_customer varchar(16);
alter table conversion add column new_customer_basis varchar(32);
