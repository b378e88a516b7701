-- One row per month and state: the people in it and what they bought.
-- view
-- columns:
--   month               date     first day of the month
--   segment             text     segment or pool state
--   customers           integer  people in the state at the end of the month
--   order_count_window  integer  their orders in the window
--   net_revenue_window  money    their net revenue in the window
--   order_count_month   integer  their orders in the month
--   net_revenue_month   money    their net revenue in the month
SELECT
  m.month,
  s.key AS segment,
  CAST(coalesce(sum(c.customers), 0) AS BIGINT) AS customers,
  CAST(coalesce(sum(c.order_count_window), 0) AS BIGINT) AS order_count_window,
  CAST(coalesce(sum(c.net_revenue_window), 0) AS DECIMAL(18, 4)) AS net_revenue_window,
  CAST(coalesce(sum(c.order_count_month), 0) AS BIGINT) AS order_count_month,
  CAST(coalesce(sum(c.net_revenue_month), 0) AS DECIMAL(18, 4)) AS net_revenue_month
FROM months m
CROSS JOIN states s
LEFT JOIN state_counts c ON c.month = m.month AND c.segment = s.key
WHERE s.key <> 'unknown'
GROUP BY m.month, s.key
