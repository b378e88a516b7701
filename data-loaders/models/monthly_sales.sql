-- One row per month: what the shop sold, guests included.
-- key: month
-- columns:
--   month          date     first day of the month
--   net_revenue    money    lines − discounts − cancelled − returned, a return counting in its own month
--   gross_revenue  money    lines − discounts
--   order_count    integer  orders that count
--   customers      integer  customers with an order, guests left out
--   new_customers  integer  customers whose first order fell into the month
WITH sold AS (
  SELECT
    month_of(o.ordered_on) AS month,
    sum(o.net_sales) AS net_sales,
    sum(o.gross_revenue) AS gross_revenue,
    count(*) FILTER (WHERE o.is_counted) AS order_count
  FROM orders o
  WHERE o.ordered_on <= $last_day
  GROUP BY 1
),
returned AS (
  SELECT month_of(returned_on) AS month, sum(returned_amount) AS returned_amount
  FROM return_lines
  GROUP BY 1
),
buyers AS (
  SELECT month, count(*) AS customers
  FROM customer_months
  WHERE order_count > 0
  GROUP BY month
),
first_orders AS (
  SELECT month_of(first_order_on) AS month, count(*) AS new_customers
  FROM persons
  WHERE first_order_on IS NOT NULL
  GROUP BY 1
)
SELECT
  m.month,
  CAST(coalesce(s.net_sales, 0) - coalesce(r.returned_amount, 0) AS DECIMAL(18, 4)) AS net_revenue,
  CAST(coalesce(s.gross_revenue, 0) AS DECIMAL(18, 4)) AS gross_revenue,
  coalesce(s.order_count, 0) AS order_count,
  coalesce(b.customers, 0) AS customers,
  coalesce(f.new_customers, 0) AS new_customers
FROM months m
LEFT JOIN sold s ON s.month = m.month
LEFT JOIN returned r ON r.month = m.month
LEFT JOIN buyers b ON b.month = m.month
LEFT JOIN first_orders f ON f.month = m.month
ORDER BY m.month
