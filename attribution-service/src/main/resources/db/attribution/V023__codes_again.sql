-- A key may be given to its creator again, for another time. Whoever gives a key or changes the time of a code locks the
-- head of the shard of what the code looks like (NewPromoCode.lookShard), so that no two are valid at one time.
create index promo_code_by_key on promo_code (workspace, storefront_id, code_key);

-- It said which one code has a key for ever.
drop table code_key;
