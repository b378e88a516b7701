-- One row per month, look-back window and state: the people in it under that window. The report's own window, and what else the configuration lists.
-- key: month, window_months, segment
-- columns:
--   month          date     first day of the month
--   window_months  integer  months in the look-back window
--   segment        text     segment or pool state under that window
--   customers      integer  people
--   net_revenue    number?  their net revenue in that window, in the reporting currency; null: withheld, too few people
--   is_warming_up  boolean  that window begins before the first day of data
-- checks:
--   nobody is lost between windows: SELECT a.month, a.window_months FROM published_segment_windows a JOIN published_segment_windows b ON b.month = a.month AND b.segment = a.segment AND b.window_months = $window_months GROUP BY a.month, a.window_months HAVING sum(a.customers) <> sum(b.customers)
WITH windows AS (
  SELECT DISTINCT window_months FROM window_sizes WHERE window_months <> $window_months
  UNION ALL
  SELECT $window_months
),
sizes AS (
  SELECT month, window_months, segment, customers, net_revenue FROM window_sizes WHERE window_months <> $window_months
  UNION ALL
  SELECT month, $window_months, segment, customers, net_revenue_window FROM segment_sizes
),
cells AS (
  SELECT
    m.month,
    w.window_months,
    k.key AS segment,
    coalesce(s.customers, 0) AS customers,
    s.net_revenue,
    -- The smallest cells are withheld until together they stand for enough people.
    coalesce(sum(s.customers) OVER (
      PARTITION BY m.month, w.window_months, coalesce(s.customers, 0) > 0
      ORDER BY s.customers, k.key
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM months m
  CROSS JOIN windows w
  CROSS JOIN states k
  LEFT JOIN sizes s ON s.month = m.month AND s.window_months = w.window_months AND s.segment = k.key
  WHERE k.key <> 'unknown'
)
SELECT
  month,
  window_months,
  segment,
  customers,
  CASE
    WHEN customers = 0 THEN 0.0
    WHEN customers >= $min_customers AND (smaller_customers = 0 OR smaller_customers >= $min_customers) THEN CAST(net_revenue AS DOUBLE)
  END AS net_revenue,
  month - INTERVAL '1' MONTH * (window_months - 1) < $first_day AS is_warming_up
FROM cells
ORDER BY month, window_months, segment
