-- One row per line of an order, sold or returned.
-- view
SELECT
  order_id,
  line_no,
  customer_id,
  ordered_at,
  product_id,
  trim(product_name) AS product_name,
  quantity,
  amount - coalesce(discount, 0) AS net_amount,
  coalesce(is_cancelled, false) AS is_cancelled,
  coalesce(is_return, false) AS is_return,
  coalesce(is_fee, false) AS is_fee,
  city,
  channel
FROM source_order_lines
