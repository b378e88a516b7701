-- One row per segment of the newest month whose people ordered within the look-back window: what they bought and gave back.
-- Orders, units and gross revenue are of the orders of the window, returns are those that came within it.
-- view
WITH people AS (
  SELECT person_no, segment, order_count, net_revenue
  FROM rfm_snapshots
  WHERE month = month_of($last_day) AND order_count > 0
),
buyers AS (
  SELECT
    segment,
    count(*) AS customers,
    CAST(sum(order_count) AS BIGINT) AS orders,
    CAST(sum(net_revenue) AS DECIMAL(18, 4)) AS net_revenue
  FROM people
  GROUP BY segment
),
sold AS (
  SELECT
    p.segment,
    CAST(sum(o.units) AS BIGINT) AS units,
    CAST(sum(o.gross_revenue) AS DECIMAL(18, 4)) AS gross_revenue
  FROM orders o
  JOIN account_persons a ON a.customer_id = coalesce(o.customer_id, o.guest_id)
  JOIN people p ON p.person_no = a.person_no
  WHERE o.is_counted
    AND o.ordered_on <= $last_day
    AND o.ordered_on >= month_of($last_day) - INTERVAL '1' MONTH * ($window_months - 1)
  GROUP BY p.segment
),
returned AS (
  SELECT
    p.segment,
    count(DISTINCT p.person_no) AS returning_customers,
    count(DISTINCT r.order_id) AS returned_orders,
    CAST(sum(r.units) AS BIGINT) AS returned_units,
    CAST(sum(r.returned_amount) AS DECIMAL(18, 4)) AS returned_amount
  FROM return_lines r
  JOIN account_persons a ON a.customer_id = r.account_id
  JOIN people p ON p.person_no = a.person_no
  WHERE r.returned_on >= month_of($last_day) - INTERVAL '1' MONTH * ($window_months - 1)
  GROUP BY p.segment
)
SELECT
  b.segment,
  b.customers,
  b.orders,
  s.units,
  s.gross_revenue,
  b.net_revenue,
  coalesce(r.returning_customers, 0) AS returning_customers,
  coalesce(r.returned_orders, 0) AS returned_orders,
  coalesce(r.returned_units, 0) AS returned_units,
  coalesce(r.returned_amount, 0) AS returned_amount
FROM buyers b
JOIN sold s ON s.segment = b.segment
LEFT JOIN returned r ON r.segment = b.segment
