-- One row per product of a basket: an order that counts, with what was sold in it and neither cancelled, free nor a fee.
-- key: order_no, product_no
-- empty without: source_order_lines.product_id
-- columns:
--   order_no    integer   number of the order from 0: by customer, guests last, then by time
--   product_no  integer   number of the product in basket_products
--   person_no   integer?  the customer; null for a guest who is nobody
--   ordered_on  date      day of the order
--   minute      integer   minute of the order, counted from 1970
WITH sold AS (
  SELECT DISTINCT l.order_id, l.product_id
  FROM order_lines l
  LEFT JOIN (SELECT DISTINCT order_id, line_no FROM cancellations WHERE line_no IS NOT NULL) c
    ON c.order_id = l.order_id AND c.line_no = l.line_no
  WHERE l.product_id IS NOT NULL
    AND l.net_amount > 0
    AND NOT l.is_return
    AND NOT l.is_fee
    AND NOT l.is_cancelled
    AND c.order_id IS NULL
),
filled AS (
  SELECT DISTINCT order_id FROM sold
),
numbered AS (
  SELECT
    o.order_id,
    a.person_no,
    o.ordered_on,
    date_diff('minute', TIMESTAMP '1970-01-01 00:00:00', CAST(o.ordered_at AS TIMESTAMP)) AS minute,
    row_number() OVER (ORDER BY a.person_no NULLS LAST, o.ordered_at, o.order_id) - 1 AS order_no
  FROM orders o
  JOIN filled f ON f.order_id = o.order_id
  LEFT JOIN account_persons a ON a.customer_id = coalesce(o.customer_id, o.guest_id)
  WHERE o.is_counted AND o.ordered_on <= $last_day
)
SELECT n.order_no, p.product_no, n.person_no, n.ordered_on, n.minute
FROM sold s
JOIN numbered n ON n.order_id = s.order_id
JOIN basket_products p ON p.product_id = s.product_id
ORDER BY n.order_no, p.product_no
