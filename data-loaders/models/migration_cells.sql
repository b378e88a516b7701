-- One row per month, published horizon and ordered pair of states, whether anybody moved or not, and whether the money of
-- those who did may be shown.
-- key: month, horizon_months, from_segment, to_segment
-- columns:
--   month              date     first day of the month of the later snapshot
--   horizon_months     integer  months between the two snapshots: 1, 3, 6 or 12
--   from_segment       text     state at the earlier snapshot; unknown: not known then
--   to_segment         text     state at the later snapshot
--   customers          integer  people
--   origin_customers   integer  people in the earlier state
--   revenue_at_stake   money    their net revenue in the window of the earlier snapshot; 0 from unknown, prospect and lapsed
--   is_money_withheld  boolean  too few people, or their money would give away that of too few
--   is_impossible      boolean  the recency edges rule the move out within the horizon
WITH pairs AS (
  SELECT r.month, r.horizon_months, f.key AS from_segment, t.key AS to_segment
  FROM (SELECT DISTINCT month, horizon_months FROM migrations WHERE horizon_months <> 2) r
  CROSS JOIN states f
  CROSS JOIN states t
  WHERE t.key <> 'unknown'
),
filled AS (
  SELECT
    p.*,
    coalesce(m.customers, 0) AS customers,
    CAST(coalesce(m.revenue_at_stake, 0) AS DECIMAL(18, 4)) AS revenue_at_stake,
    i.to_segment IS NOT NULL AS is_impossible
  FROM pairs p
  LEFT JOIN migrations m ON m.month = p.month AND m.horizon_months = p.horizon_months AND m.from_segment = p.from_segment AND m.to_segment = p.to_segment
  LEFT JOIN impossible_moves i ON i.month = p.month AND i.horizon_months = p.horizon_months AND i.from_segment = p.from_segment AND i.to_segment = p.to_segment
),
sizes AS (
  SELECT
    month,
    segment,
    customers,
    coalesce(sum(customers) OVER (
      PARTITION BY month, customers > 0
      ORDER BY customers, segment
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM segment_sizes
),
cells AS (
  SELECT
    f.*,
    sum(f.customers) OVER (PARTITION BY f.month, f.horizon_months, f.from_segment) AS origin_customers,
    -- The smallest cells of a row are withheld until together they stand for enough people.
    coalesce(sum(f.customers) OVER (
      PARTITION BY f.month, f.horizon_months, f.from_segment, f.customers > 0
      ORDER BY f.customers, f.to_segment
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers,
    -- Where segment-sizes withholds the row's sum, the row may not give it away.
    s.customers < $min_customers OR (s.smaller_customers > 0 AND s.smaller_customers < $min_customers) AS is_sum_withheld
  FROM filled f
  LEFT JOIN sizes s ON s.month = f.month - INTERVAL '1' MONTH * f.horizon_months AND s.segment = f.from_segment
)
SELECT
  month,
  horizon_months,
  from_segment,
  to_segment,
  customers,
  CAST(origin_customers AS BIGINT) AS origin_customers,
  revenue_at_stake,
  customers > 0
    AND from_segment NOT IN ('unknown', 'prospect', 'lapsed')
    AND NOT (customers >= $min_customers AND ((smaller_customers = 0 AND NOT is_sum_withheld) OR smaller_customers >= $min_customers))
    AS is_money_withheld,
  is_impossible
FROM cells
ORDER BY month, horizon_months, from_segment, to_segment
