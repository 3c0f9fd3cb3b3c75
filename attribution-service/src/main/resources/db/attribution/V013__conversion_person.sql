-- Conversions by whom they name, so that a touch that comes later finds those that it may change.

-- Touch that the checkout carried; null when there was none. V014 fills it for conversions recorded before.
alter table conversion add column click_id varchar(64);

create index conversion_by_visitor on conversion (workspace, visitor_key, conversion_time);
create index conversion_by_customer on conversion (workspace, customer_key, conversion_time);
create index conversion_by_click on conversion (workspace, click_id, conversion_time);
