-- Goals have longer names: that of a custom one is CUSTOM:<its name>.
alter table commission_line alter column conversion_type set data type varchar(80);
alter table commission_accrual alter column conversion_type set data type varchar(80);
