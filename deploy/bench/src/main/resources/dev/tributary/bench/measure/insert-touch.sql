-- One touch as the service writes it, for pgbench. Sequences ascend within a client; ids are UUIDs of version 7.
\set made :made + 1
\set shard random(0, 63)
\set person random(1, 100000000)
\set link random(10000, 10199)
insert into touch (
  shard, sequence, workspace, touch_id, person_key, customer_key, type, event_time, record_time, link_id,
  utm_source, utm_medium, utm_campaign, utm_term, utm_content, utm_id, validity, test, fingerprint)
values (
  :shard, 1000000000000000 * :run + 1000000000000 * :client_id + :made, 'default',
  (select substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || substr(gen_random_uuid()::text, 16)
    from lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') as hex),
  substr(sha256(int4send(:person)), 1, 16), null, 'CLICK', clock_timestamp(), clock_timestamp(),
  'lnk-' || :link, 'instagram', 'influencer', 'spring-glow-2026', '', 'story-' || :link, '', 'PERSON', false,
  '\x01'::bytea || substr(sha256(int4send(:person)), 1, 16));
