-- One row per customer and month with an order or a return: the month's facts, and where the customer stands after it.
-- key: month, person_no
-- months of: month, without next_month
-- columns:
--   month                date      first day of the month
--   person_no            integer   the customer
--   order_count          integer   orders of the month that count
--   net_revenue          money     orders of the month − returns of the month
--   order_count_to_date  integer   orders up to the end of the month
--   net_revenue_to_date  money     net revenue up to the end of the month
--   last_order_on        date?     day of the last order so far
--   city                 text?     city of that order
--   channel              text?     channel of that order
--   next_month           date?     the next month with an order or a return
WITH movements AS (
  SELECT
    coalesce(customer_id, guest_id) AS account_id,
    ordered_on AS day,
    CASE WHEN is_counted THEN 1 ELSE 0 END AS order_count,
    net_sales AS net_revenue,
    is_counted,
    (ordered_at, order_id) AS sequence,
    city,
    channel
  FROM orders
  WHERE coalesce(customer_id, guest_id) IS NOT NULL AND ordered_on <= $last_day
  UNION ALL
  SELECT account_id, returned_on, 0, -returned_amount, false, NULL, NULL, NULL
  FROM return_lines
  WHERE account_id IS NOT NULL
),
months AS (
  SELECT
    month_of(m.day) AS month,
    a.person_no,
    CAST(sum(m.order_count) AS BIGINT) AS order_count,
    CAST(sum(m.net_revenue) AS DECIMAL(18, 4)) AS net_revenue,
    max(CASE WHEN m.is_counted THEN m.day END) AS last_order_on,
    max_by(m.city, m.sequence) FILTER (WHERE m.is_counted) AS city,
    max_by(m.channel, m.sequence) FILTER (WHERE m.is_counted) AS channel
  FROM movements m
  JOIN account_persons a ON a.customer_id = m.account_id
  GROUP BY 1, 2
)
SELECT
  month,
  person_no,
  order_count,
  net_revenue,
  CAST(sum(order_count) OVER so_far AS BIGINT) AS order_count_to_date,
  CAST(sum(net_revenue) OVER so_far AS DECIMAL(18, 4)) AS net_revenue_to_date,
  max(last_order_on) OVER so_far AS last_order_on,
  max_by(city, CASE WHEN city IS NOT NULL THEN month END) OVER so_far AS city,
  max_by(channel, CASE WHEN channel IS NOT NULL THEN month END) OVER so_far AS channel,
  lead(month) OVER so_far AS next_month
FROM months
WINDOW so_far AS (PARTITION BY person_no ORDER BY month)
ORDER BY month, person_no
