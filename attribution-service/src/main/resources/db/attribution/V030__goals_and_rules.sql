-- Goals have longer names: that of a custom one is CUSTOM:<its name>.
alter table conversion alter column conversion_type set data type varchar(80);
alter table conversion_revision alter column conversion_type set data type varchar(80);
alter table credit_share alter column conversion_type set data type varchar(80);
alter table posting alter column conversion_type set data type varchar(80);
alter table refund alter column conversion_type set data type varchar(80);
alter table amendment alter column conversion_type set data type varchar(80);
alter table conversion_note alter column conversion_type set data type varchar(80);

-- Message Storefront with windows, renewals and customers alone; null for the official rules.
alter table storefront add column rules bytea;

-- Message AttributionPolicy with the windows of touch types and the months that a renewal's credit sticks; null when all
-- windows are lookback_seconds and nothing sticks.
alter table conversion_revision add column rules bytea;
