-- One row per month and state: the people in it and what they bought.
-- each: month
-- key: month, segment
-- reads: rfm_snapshots 0..0
-- columns:
--   month               date     first day of the month
--   segment             text     segment or pool state
--   customers           integer  people in the state at the end of the month
--   order_count_window  integer  their orders in the window
--   net_revenue_window  money    their net revenue in the window
--   order_count_month   integer  their orders in the month
--   net_revenue_month   money    their net revenue in the month
-- checks:
--   everybody known is in exactly one state: SELECT c.month, c.in_states, count(p.person_no) AS known FROM (SELECT month, sum(customers) AS in_states FROM checked_segment_sizes GROUP BY month) c JOIN snapshot_months m ON m.month = c.month LEFT JOIN persons p ON p.known_on <= m.month_end GROUP BY c.month, c.in_states HAVING c.in_states <> count(p.person_no)
WITH counted AS (
  SELECT
    month,
    segment,
    count(*) AS customers,
    sum(order_count) AS order_count_window,
    sum(net_revenue) AS net_revenue_window,
    sum(order_count_month) AS order_count_month,
    sum(net_revenue_month) AS net_revenue_month
  FROM rfm_snapshots
  GROUP BY month, segment
)
SELECT
  m.month,
  s.key AS segment,
  CAST(coalesce(c.customers, 0) AS BIGINT) AS customers,
  CAST(coalesce(c.order_count_window, 0) AS BIGINT) AS order_count_window,
  CAST(coalesce(c.net_revenue_window, 0) AS DECIMAL(18, 4)) AS net_revenue_window,
  CAST(coalesce(c.order_count_month, 0) AS BIGINT) AS order_count_month,
  CAST(coalesce(c.net_revenue_month, 0) AS DECIMAL(18, 4)) AS net_revenue_month
FROM snapshot_months m
CROSS JOIN states s
LEFT JOIN counted c ON c.month = m.month AND c.segment = s.key
WHERE s.key <> 'unknown'
