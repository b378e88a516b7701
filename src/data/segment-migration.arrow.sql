-- One row per month, horizon and ordered pair of states: how many people moved from one to the other.
-- key: month, horizon_months, from_segment, to_segment
-- columns:
--   month             date     first day of the month of the later snapshot
--   horizon_months    integer  months between the two snapshots: 1, 3, 6 or 12
--   from_segment      text     state at the earlier snapshot; unknown: not known then
--   to_segment        text     state at the later snapshot
--   customers         integer  people
--   share_of_origin   number?  their share of all who were in the earlier state, 0 to 1; null where nobody was
--   revenue_at_stake  number?  their net revenue in the window of the earlier snapshot, in the reporting currency; null: withheld, too few people
--   is_impossible     boolean  the recency edges rule the move out within the horizon
-- checks:
--   an impossible move is never made: NOT (is_impossible AND customers > 0)
--   rows add up to the earlier sizes: SELECT m.month, m.horizon_months, m.from_segment FROM published_segment_migration m JOIN segment_sizes s ON s.month = m.month - INTERVAL '1' MONTH * m.horizon_months AND s.segment = m.from_segment GROUP BY 1, 2, 3 HAVING sum(m.customers) <> max(s.customers)
--   columns add up to the later sizes: SELECT m.month, m.horizon_months, m.to_segment FROM published_segment_migration m JOIN segment_sizes s ON s.month = m.month AND s.segment = m.to_segment GROUP BY 1, 2, 3 HAVING sum(m.customers) <> max(s.customers)
WITH pairs AS (
  SELECT r.month, r.horizon_months, f.key AS from_segment, t.key AS to_segment
  FROM (SELECT DISTINCT month, horizon_months FROM migrations) r
  CROSS JOIN states f
  CROSS JOIN states t
  WHERE t.key <> 'unknown'
),
filled AS (
  SELECT
    p.*,
    coalesce(m.customers, 0) AS customers,
    coalesce(m.revenue_at_stake, 0) AS revenue_at_stake,
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
  CASE WHEN origin_customers > 0 THEN CAST(customers AS DOUBLE) / origin_customers END AS share_of_origin,
  CASE
    WHEN customers = 0 OR from_segment IN ('unknown', 'prospect', 'lapsed') THEN 0.0
    WHEN customers >= $min_customers AND ((smaller_customers = 0 AND NOT is_sum_withheld) OR smaller_customers >= $min_customers) THEN CAST(revenue_at_stake AS DOUBLE)
  END AS revenue_at_stake,
  is_impossible
FROM cells
ORDER BY month, horizon_months, from_segment, to_segment
