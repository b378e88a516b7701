-- One row per segment of the newest month, dimension and value: its people who ordered in the window. Dimensions are those of
-- the last order: time (weekday 1 to 7 from Monday, then the hour from which three are taken together), payment, coupon (used
-- or none); and total, with the units of all orders of the window.
-- view
WITH people AS (
  SELECT person_no, segment
  FROM rfm_snapshots
  WHERE month = month_of($last_day) AND order_count > 0
),
sold AS (
  SELECT o.order_id, o.ordered_at, o.units, p.person_no, p.segment
  FROM orders o
  JOIN account_persons a ON a.customer_id = coalesce(o.customer_id, o.guest_id)
  JOIN people p ON p.person_no = a.person_no
  WHERE o.is_counted
    AND o.ordered_on <= $last_day
    AND o.ordered_on >= month_of($last_day) - INTERVAL '1' MONTH * ($window_months - 1)
),
heads AS (
  SELECT order_id, payment_method, coupon_code
  FROM order_heads
  WHERE payment_method IS NOT NULL OR coupon_code IS NOT NULL
),
buyers AS (
  SELECT person_no, segment, count(*) AS orders, sum(units) AS units, max((ordered_at, order_id)) AS latest
  FROM sold
  GROUP BY person_no, segment
),
timed AS (
  SELECT segment, orders, units, latest[1] AS ordered_at, latest[2] AS order_id
  FROM buyers
),
named AS (
  SELECT
    t.segment,
    t.orders,
    t.units,
    concat(
      CAST(1 + mod(date_diff('day', DATE '1900-01-01', CAST(t.ordered_at AS DATE)), 7) AS VARCHAR),
      ' ',
      lpad(CAST(hour(t.ordered_at) - mod(hour(t.ordered_at), 3) AS VARCHAR), 2, '0')) AS time,
    coalesce(h.payment_method, 'unknown') AS payment,
    CASE WHEN h.coupon_code IS NULL THEN 'none' ELSE 'used' END AS coupon
  FROM timed t
  LEFT JOIN heads h ON h.order_id = t.order_id
),
cells AS (
  SELECT
    segment,
    CASE
      WHEN grouping(time) = 0 THEN 'time'
      WHEN grouping(payment) = 0 THEN 'payment'
      WHEN grouping(coupon) = 0 THEN 'coupon'
      ELSE 'total'
    END AS dimension,
    coalesce(time, payment, coupon, 'all') AS value,
    count(*) AS customers,
    sum(orders) AS orders,
    sum(units) AS units
  FROM named
  GROUP BY GROUPING SETS ((segment), (segment, time), (segment, payment), (segment, coupon))
)
SELECT
  segment,
  dimension,
  value,
  CAST(customers AS BIGINT) AS customers,
  CAST(orders AS BIGINT) AS orders,
  CASE WHEN dimension = 'total' THEN CAST(units AS BIGINT) END AS units
FROM cells
