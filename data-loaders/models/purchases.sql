-- One row per order of a customer that counts: which of the customer's orders it is, and the day of the next one. Private.
-- key: person_no, order_no
-- columns:
--   person_no    integer   the customer
--   order_no     integer   which of the customer's orders, 1 the first; those of one time by number
--   ordered_on   date      its day
--   next_on      date?     day of the next one; null where there is none
--   net_sales    money     lines − discounts − cancelled lines, before returns
--   has_coupon   boolean?  a coupon was used; null where no source tells
--   category_no  integer?  category of which most products were bought on that day, of equal ones the first by number
-- checks:
--   the next order comes later: next_on IS NULL OR next_on >= ordered_on
--   every buyer has one last order: SELECT * FROM (SELECT count(*) AS last_orders FROM checked_purchases WHERE next_on IS NULL) g CROSS JOIN (SELECT count(first_order_on) AS buyers FROM persons) p WHERE g.last_orders <> p.buyers
WITH own AS (
  SELECT
    a.person_no,
    o.order_id,
    o.ordered_on,
    o.net_sales,
    row_number() OVER in_time AS order_no,
    lead(o.ordered_on) OVER in_time AS next_on
  FROM orders o
  JOIN account_persons a ON a.customer_id = coalesce(o.customer_id, o.guest_id)
  WHERE o.is_counted AND o.ordered_on <= $last_day
  WINDOW in_time AS (PARTITION BY a.person_no ORDER BY o.ordered_at, o.order_id)
),
coupons AS (
  SELECT order_id, coupon_code IS NOT NULL AS has_coupon
  FROM order_heads
  WHERE EXISTS (SELECT 1 FROM order_heads WHERE coupon_code IS NOT NULL)
),
bought AS (
  SELECT l.person_no, l.ordered_on, p.category_no, count(*) AS products
  FROM basket_lines l
  JOIN basket_products p ON p.product_no = l.product_no
  WHERE l.person_no IS NOT NULL AND p.category_no IS NOT NULL
  GROUP BY l.person_no, l.ordered_on, p.category_no
),
main_category AS (
  SELECT person_no, ordered_on, max_by(category_no, (products, -category_no)) AS category_no
  FROM bought
  GROUP BY person_no, ordered_on
)
SELECT
  o.person_no,
  o.order_no,
  o.ordered_on,
  o.next_on,
  o.net_sales,
  c.has_coupon,
  l.category_no
FROM own o
LEFT JOIN coupons c ON c.order_id = o.order_id
LEFT JOIN main_category l ON l.person_no = o.person_no AND l.ordered_on = o.ordered_on
