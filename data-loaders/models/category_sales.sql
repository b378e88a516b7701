-- One row per category: what known customers bought of it within the look-back window of the newest snapshot, and gave back.
-- Orders, units and gross revenue are of the orders of the window, returns are those that came within it.
-- key: category
-- empty without: source_products.category
-- columns:
--   category             text      department > category
--   customers            integer   who bought it
--   orders               integer   orders with it
--   units                integer?  units sold, cancelled ones left out; null where none are told
--   gross_revenue        money     its lines less discounts
--   net_revenue          money     less what was cancelled, and what came back within the window
--   returning_customers  integer   who gave any of it back
--   returned_orders      integer   orders of which any of it came back
--   returned_units       integer   units that came back
--   returned_amount      money     money given back
-- checks:
--   who buys orders: orders >= customers
WITH placed AS (
  SELECT o.order_id
  FROM orders o
  JOIN account_persons a ON a.customer_id = coalesce(o.customer_id, o.guest_id)
  WHERE o.is_counted
    AND o.ordered_on <= $last_day
    AND o.ordered_on >= month_of($last_day) - INTERVAL '1' MONTH * ($window_months - 1)
),
cancelled AS (
  SELECT DISTINCT order_id, line_no FROM cancellations WHERE line_no IS NOT NULL
),
lines AS (
  SELECT
    i.category,
    l.net_amount,
    CASE WHEN l.net_amount > 0 THEN l.quantity END AS quantity,
    NOT l.is_cancelled AND c.order_id IS NULL AS is_sold
  FROM order_lines l
  JOIN basket_products i ON i.product_id = l.product_id
  JOIN placed p ON p.order_id = l.order_id
  LEFT JOIN cancelled c ON c.order_id = l.order_id AND c.line_no = l.line_no
  WHERE i.category IS NOT NULL AND NOT l.is_return AND NOT l.is_fee
),
sold AS (
  SELECT
    category,
    CAST(sum(quantity) FILTER (WHERE is_sold) AS BIGINT) AS units,
    CAST(sum(net_amount) AS DECIMAL(18, 4)) AS gross_revenue,
    CAST(coalesce(sum(net_amount) FILTER (WHERE is_sold), 0) AS DECIMAL(18, 4)) AS net_sales
  FROM lines
  GROUP BY category
),
-- The same lines, but for free and cancelled ones, by number: a fraction of the time that texts take.
buyers AS (
  SELECT i.category, count(DISTINCT l.person_no) AS customers, count(DISTINCT l.order_no) AS orders
  FROM basket_lines l
  JOIN basket_products i ON i.product_no = l.product_no
  WHERE i.category IS NOT NULL
    AND l.person_no IS NOT NULL
    AND l.ordered_on >= month_of($last_day) - INTERVAL '1' MONTH * ($window_months - 1)
  GROUP BY i.category
),
came_back AS (
  SELECT r.order_id, r.units, r.returned_amount, a.person_no, coalesce(r.product_id, l.product_id) AS product_id
  FROM return_lines r
  JOIN account_persons a ON a.customer_id = r.account_id
  -- As one equality of keys: a condition on one side alone would compare every return with every line.
  LEFT JOIN order_lines l ON l.order_id = r.order_id AND l.line_no = CASE WHEN r.product_id IS NULL THEN r.line_no END
  WHERE r.returned_on >= month_of($last_day) - INTERVAL '1' MONTH * ($window_months - 1)
),
returned AS (
  SELECT
    i.category,
    count(DISTINCT b.person_no) AS returning_customers,
    count(DISTINCT b.order_id) AS returned_orders,
    CAST(sum(b.units) AS BIGINT) AS returned_units,
    CAST(sum(b.returned_amount) AS DECIMAL(18, 4)) AS returned_amount
  FROM came_back b
  JOIN basket_products i ON i.product_id = b.product_id
  WHERE i.category IS NOT NULL
  GROUP BY i.category
)
SELECT
  s.category,
  b.customers,
  b.orders,
  s.units,
  s.gross_revenue,
  CAST(s.net_sales - coalesce(r.returned_amount, 0) AS DECIMAL(18, 4)) AS net_revenue,
  coalesce(r.returning_customers, 0) AS returning_customers,
  coalesce(r.returned_orders, 0) AS returned_orders,
  coalesce(r.returned_units, 0) AS returned_units,
  CAST(coalesce(r.returned_amount, 0) AS DECIMAL(18, 4)) AS returned_amount
FROM sold s
JOIN buyers b ON b.category = s.category
LEFT JOIN returned r ON r.category = s.category
ORDER BY s.category
