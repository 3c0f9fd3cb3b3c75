-- The longer names of goals also where orders are named that were made before them.
alter table order_hold alter column conversion_type set data type varchar(80);
alter table commission_line alter column conversion_type set data type varchar(80);
alter table commission_accrual alter column conversion_type set data type varchar(80);
alter table withheld_change alter column conversion_type set data type varchar(80);
