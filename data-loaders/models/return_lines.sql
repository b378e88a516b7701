-- One row per return: money given back, by the day of the return.
-- view
SELECT
  l.order_id,
  coalesce(h.customer_id, l.customer_id) AS customer_id,
  coalesce(h.customer_id, l.customer_id, concat('guest:', l.order_id)) AS account_id,
  CAST(coalesce(l.ordered_at, h.ordered_at) AS DATE) AS returned_on,
  abs(l.net_amount) AS returned_amount,
  l.line_no,
  l.product_id,
  abs(l.quantity) AS units
FROM order_lines l
LEFT JOIN order_heads h ON h.order_id = l.order_id
WHERE l.is_return AND CAST(coalesce(l.ordered_at, h.ordered_at) AS DATE) <= $last_day
UNION ALL
SELECT
  r.order_id,
  o.customer_id,
  coalesce(o.customer_id, o.guest_id) AS account_id,
  r.returned_on,
  r.amount AS returned_amount,
  r.line_no,
  CAST(NULL AS VARCHAR) AS product_id,
  r.quantity AS units
FROM returns r
JOIN orders o ON o.order_id = r.order_id
WHERE r.returned_on <= $last_day
