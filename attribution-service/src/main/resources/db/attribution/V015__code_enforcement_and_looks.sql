-- Who refuses uses that a code's terms do not allow: SHOP or TRIBUTARY. Codes made before it could be told are the shop's.
alter table promo_code add column enforced_by varchar(16) default 'SHOP' not null;
alter table promo_code add column created_enforced_by varchar(16) default 'SHOP' not null;

-- What a code looks like: two codes with one skeleton cannot be told apart by eye. V016 fills it for earlier codes.
alter table promo_code add column code_skeleton varchar(255) default '' not null;
create index promo_code_by_skeleton on promo_code (workspace, storefront_id, code_skeleton);
