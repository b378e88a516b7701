-- One row per month: customers who ordered again after a long silence, what they spent on that order, and how many are silent
-- for so long. Long is more than the days of the lowest recency score.
-- key: month
-- columns:
--   month             date     first day of the month
--   silent_before     integer  customers who had been silent for so long when the month began
--   silenced          integer  those who came to be in the month
--   customers         integer  those who ordered again in the month
--   net_revenue       number?  the orders with which they came back, before returns, in the reporting currency; null: withheld, too few people
--   is_incomplete     boolean  the month is not over
-- checks:
--   nobody comes back who was not away: customers <= silent_before + silenced
WITH silences AS (
  SELECT p.person_no, p.order_no, CAST(p.ordered_on + INTERVAL '1' DAY * ($recency_days_2 + 1) AS DATE) AS silent_on, p.next_on
  FROM purchases p
  WHERE coalesce(p.next_on, $last_day) > p.ordered_on + INTERVAL '1' DAY * $recency_days_2
),
begun AS (
  SELECT month_of(silent_on) AS month, count(*) AS customers
  FROM silences
  GROUP BY 1
),
ended AS (
  SELECT month_of(s.next_on) AS month, count(DISTINCT s.person_no) AS customers, count(*) AS silences, sum(p.net_sales) AS net_sales
  FROM silences s
  JOIN purchases p ON p.person_no = s.person_no AND p.order_no = s.order_no + 1
  GROUP BY 1
),
counted AS (
  SELECT
    m.month,
    m.is_partial,
    coalesce(b.customers, 0) AS silenced,
    coalesce(e.customers, 0) AS customers,
    e.net_sales,
    coalesce(b.customers, 0) - coalesce(e.silences, 0) AS change
  FROM months m
  LEFT JOIN begun b ON b.month = m.month
  LEFT JOIN ended e ON e.month = m.month
)
SELECT
  month,
  CAST(sum(change) OVER (ORDER BY month) - change AS BIGINT) AS silent_before,
  silenced,
  customers,
  CASE WHEN customers = 0 THEN 0.0 WHEN customers >= $min_customers THEN CAST(net_sales AS DOUBLE) END AS net_revenue,
  is_partial AS is_incomplete
FROM counted
ORDER BY month
