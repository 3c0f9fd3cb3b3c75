-- Refunds in the order of lists.
create index refund_by_time
  on refund (workspace, refund_time, storefront_id, conversion_type, order_id, refund_id);
