-- One row per month and state: the people in it at the end of the month and what they bought.
-- key: month, segment
-- columns:
--   month               date     first day of the month
--   segment             text     segment or pool state
--   customers           integer  people
--   net_revenue_window  number?  their net revenue in the window, in the reporting currency; null: withheld, too few people
--   order_count_window  integer  their orders in the window
--   net_revenue_month   number?  their net revenue in the month, in the reporting currency; null: withheld, too few people
--   order_count_month   integer  their orders in the month
--   is_warming_up       boolean  the window or the slide look-back begins before the first day of data
-- checks:
--   nothing is negative: customers >= 0 AND order_count_window >= 0 AND order_count_month >= 0
WITH cells AS (
  SELECT
    s.*,
    -- The smallest cells are withheld until together they stand for enough people.
    coalesce(sum(s.customers) OVER (
      PARTITION BY s.month, s.customers > 0
      ORDER BY s.customers, s.segment
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM segment_sizes s
)
SELECT
  c.month,
  c.segment,
  c.customers,
  CASE WHEN c.customers = 0 OR (c.customers >= $min_customers AND (c.smaller_customers = 0 OR c.smaller_customers >= $min_customers))
    THEN CAST(c.net_revenue_window AS DOUBLE) END AS net_revenue_window,
  c.order_count_window,
  CASE WHEN c.customers = 0 OR (c.customers >= $min_customers AND (c.smaller_customers = 0 OR c.smaller_customers >= $min_customers))
    THEN CAST(c.net_revenue_month AS DOUBLE) END AS net_revenue_month,
  c.order_count_month,
  m.is_warming_up
FROM cells c
JOIN months m ON m.month = c.month
ORDER BY c.month, c.segment
