-- One row per month: the headline, against the months before.
-- key: month
-- columns:
--   month                 date     first day of the month
--   customers             integer  people who slid, those left out whom only the scale moved
--   customers_thresholds  integer  people who slid only because the scale moved
--   base_customers        integer  people who could slide
--   usual_customers       number?  mean of the 6 months before; null where they are not 6 full look-backs
--   revenue_at_stake      number?  net revenue in the window where the slides began, in the reporting currency; null: withheld, too few people
--   is_warming_up         boolean  the window or the slide look-back begins before the first day of data
--   is_partial            boolean  the month is not over
-- checks:
--   only who could slide slid: customers + customers_thresholds <= base_customers
WITH slid AS (
  SELECT
    month,
    count(*) FILTER (WHERE cause <> 'thresholds') AS customers,
    count(*) FILTER (WHERE cause = 'thresholds') AS customers_thresholds,
    sum(CASE WHEN cause <> 'thresholds' THEN revenue_at_stake ELSE 0 END) AS revenue_at_stake
  FROM slides
  GROUP BY month
),
trend AS (
  SELECT
    m.month,
    m.is_warming_up,
    m.is_partial,
    coalesce(s.customers, 0) AS customers,
    coalesce(s.customers_thresholds, 0) AS customers_thresholds,
    coalesce(s.revenue_at_stake, 0) AS revenue_at_stake,
    b.base_customers
  FROM months m
  JOIN slide_bases b ON b.month = m.month
  LEFT JOIN slid s ON s.month = m.month
)
SELECT
  month,
  customers,
  customers_thresholds,
  base_customers,
  CASE WHEN count(CASE WHEN NOT is_warming_up THEN 1 END) OVER before = 6
    THEN CAST(sum(customers) OVER before AS DOUBLE) / 6 END AS usual_customers,
  CASE WHEN customers = 0 THEN 0.0 WHEN customers >= $min_customers THEN CAST(revenue_at_stake AS DOUBLE) END AS revenue_at_stake,
  is_warming_up,
  is_partial
FROM trend
WINDOW before AS (ORDER BY month ROWS BETWEEN 6 PRECEDING AND 1 PRECEDING)
ORDER BY month
