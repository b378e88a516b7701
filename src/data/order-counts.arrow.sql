-- One row per span and number of orders: how many people have placed that many by the end of the newest month.
-- key: span, orders
-- columns:
--   span       text     ever, or window: the look-back window alone
--   orders     integer  orders, from 1
--   customers  integer  people with that many orders; with that many or more where is_open
--   at_least   integer  people with that many orders or more
--   is_open    boolean  the last class of its span: beyond it are too few people
-- checks:
--   no class that is open above stands for too few people: at_least >= $min_customers
--   nobody has fewer orders than they have: customers <= at_least
WITH counted AS (
  SELECT 'ever' AS span, order_count_to_date AS orders, count(*) AS customers
  FROM customer_months
  WHERE month <= month_of($last_day) AND coalesce(next_month, DATE '9999-01-01') > month_of($last_day) AND order_count_to_date > 0
  GROUP BY 1, 2
  UNION ALL
  SELECT 'window', order_count, count(*)
  FROM rfm_snapshots
  WHERE month = month_of($last_day) AND order_count > 0
  GROUP BY 1, 2
),
summed AS (
  SELECT
    span,
    orders,
    customers,
    CAST(sum(customers) OVER (PARTITION BY span ORDER BY orders DESC) AS BIGINT) AS at_least
  FROM counted
),
kept AS (
  SELECT *, lead(at_least) OVER (PARTITION BY span ORDER BY orders) AS beyond
  FROM summed
)
SELECT
  span,
  orders,
  CASE WHEN beyond < $min_customers THEN at_least ELSE customers END AS customers,
  at_least,
  coalesce(beyond < $min_customers, false) AS is_open
FROM kept
WHERE at_least >= $min_customers
ORDER BY span, orders
