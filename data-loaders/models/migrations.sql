-- One row per month, horizon and pair of states that somebody moved between (or stayed in).
-- each: month
-- key: month, horizon_months, from_segment, to_segment
-- reads: rfm_snapshots -12..0
-- columns:
--   month             date     first day of the month of the later snapshot
--   horizon_months    integer  months between the two snapshots: 1, 3, 6 or 12; and 2, from which sizes are projected
--   from_segment      text     state at the earlier snapshot; unknown: not known then
--   to_segment        text     state at the later snapshot
--   customers         integer  people
--   revenue_at_stake  money    their net revenue in the window of the earlier snapshot; 0 from unknown, prospect and lapsed
WITH horizons AS (
  SELECT m.month, h.horizon_months, CAST(m.month - INTERVAL '1' MONTH * h.horizon_months AS DATE) AS origin_month
  FROM snapshot_months m
  CROSS JOIN (VALUES (1), (2), (3), (6), (12)) AS h (horizon_months)
  WHERE m.month - INTERVAL '1' MONTH * h.horizon_months >= month_of($first_day)
),
now AS (
  SELECT h.month, h.horizon_months, h.origin_month, s.person_no, s.segment
  FROM horizons h
  JOIN rfm_snapshots s ON s.month = h.month
)
SELECT
  n.month,
  n.horizon_months,
  coalesce(o.segment, 'unknown') AS from_segment,
  n.segment AS to_segment,
  count(*) AS customers,
  CAST(sum(CASE WHEN o.segment IS NULL OR o.segment IN ('prospect', 'lapsed') THEN 0 ELSE o.net_revenue END) AS DECIMAL(18, 4)) AS revenue_at_stake
FROM now n
LEFT JOIN rfm_snapshots o ON o.person_no = n.person_no AND o.month = n.origin_month
GROUP BY 1, 2, 3, 4
