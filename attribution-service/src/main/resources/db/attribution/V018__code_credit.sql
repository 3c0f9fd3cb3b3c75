-- How a code and touches rank, as dev.tributary.attribution.promocode.CodeCreditPolicy calls it. Earlier codes win.
alter table promo_code add column credit_policy varchar(32) default 'CODE_WINS' not null;
alter table promo_code add column created_credit_policy varchar(32) default 'CODE_WINS' not null;

-- The code's part where it shares, in basis points; 0 otherwise.
alter table promo_code add column split_basis_points integer default 0 not null;
alter table promo_code add column created_split_basis_points integer default 0 not null;
