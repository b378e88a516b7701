-- One row per month and combination of states and scores that somebody has: the people, and what they bought.
-- each: month
-- key: month, segment, life_cycle, r_score, f_score, m_score, tier, e_score
-- reads: rfm_snapshots 0..0
-- columns:
--   month               date      first day of the month
--   segment             text      segment or pool state
--   life_cycle          text      state of the life cycle
--   r_score             integer?  1 to 5; null outside the pool
--   f_score             integer?  1 to 5; null outside the pool
--   m_score             integer?  1 to 5; null outside the pool
--   tier                text?     platinum, gold, silver or bronze, by the weighted score; null outside the pool
--   e_score             integer?  1 to 5; null where no source has footprints
--   customers           integer   people
--   inactive_customers  integer   those of them who are outside the pool for not having ordered lately
--   order_count_window  integer   their orders in the window
--   net_revenue_window  money     their net revenue in the window
--   order_count_month   integer   their orders in the month
--   net_revenue_month   money     their net revenue in the month
--   lowest_days         integer?  fewest days since the last order, or touch where recency counts from that
--   highest_days        integer?  most of them
--   lowest_orders       integer   fewest orders in the window
--   highest_orders      integer   most orders in the window
--   lowest_revenue      money     least net revenue in the window
--   highest_revenue     money     most net revenue in the window
-- checks:
--   everybody known is in exactly one state: SELECT c.month, c.in_states, count(p.person_no) AS known FROM (SELECT month, sum(customers) AS in_states FROM checked_state_counts GROUP BY month) c JOIN snapshot_months m ON m.month = c.month LEFT JOIN persons p ON p.known_on <= m.month_end GROUP BY c.month, c.in_states HAVING c.in_states <> count(p.person_no)
SELECT
  s.month,
  s.segment,
  s.life_cycle,
  s.r_score,
  s.f_score,
  s.m_score,
  tier_of(s.weighted_score, $tier_platinum, $tier_gold, $tier_silver) AS tier,
  s.e_score,
  count(*) AS customers,
  CAST(sum(CASE WHEN s.segment = 'outside' AND s.days_since_last_order > $pool_active_days THEN 1 ELSE 0 END) AS BIGINT) AS inactive_customers,
  CAST(sum(s.order_count) AS BIGINT) AS order_count_window,
  CAST(sum(s.net_revenue) AS DECIMAL(18, 4)) AS net_revenue_window,
  CAST(sum(s.order_count_month) AS BIGINT) AS order_count_month,
  CAST(sum(s.net_revenue_month) AS DECIMAL(18, 4)) AS net_revenue_month,
  min(CASE WHEN $recency_by_touch THEN s.days_since_last_touch ELSE s.days_since_last_order END) AS lowest_days,
  max(CASE WHEN $recency_by_touch THEN s.days_since_last_touch ELSE s.days_since_last_order END) AS highest_days,
  min(s.order_count) AS lowest_orders,
  max(s.order_count) AS highest_orders,
  min(s.net_revenue) AS lowest_revenue,
  max(s.net_revenue) AS highest_revenue
FROM snapshot_months m
JOIN rfm_snapshots s ON s.month = m.month
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
