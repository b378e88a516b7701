-- One row per month, ordered pair of different states a month apart, and cause: how many people moved, and why.
-- key: month, from_segment, to_segment, cause
-- columns:
--   month                 date     first day of the month of the later snapshot
--   from_segment          text     state at the earlier snapshot; unknown: not known then
--   to_segment            text     state at the later snapshot
--   cause                 text     first_seen, entered, left, restated, thresholds, behaviour or ageing: the first that holds
--   customers             integer  people
--   revenue_at_stake      number?  their net revenue in the window of the earlier snapshot, in the reporting currency; null: withheld, too few people
--   is_restated_assessed  boolean  what the newest earlier release said of the month before is at hand, under the same definitions; without that nobody has the cause restated
-- checks:
--   somebody moved: customers > 0 AND from_segment <> to_segment
--   nobody is restated unassessed: cause <> 'restated' OR is_restated_assessed
--   causes add up to the movers: SELECT m.month, m.from_segment, m.to_segment FROM migrations m LEFT JOIN (SELECT month, from_segment, to_segment, sum(customers) AS customers FROM published_move_causes GROUP BY 1, 2, 3) c ON c.month = m.month AND c.from_segment = m.from_segment AND c.to_segment = m.to_segment WHERE m.horizon_months = 1 AND m.from_segment <> m.to_segment AND m.customers <> coalesce(c.customers, 0)
--   nobody else has a cause: SELECT c.month FROM published_move_causes c LEFT JOIN migrations m ON m.month = c.month AND m.horizon_months = 1 AND m.from_segment = c.from_segment AND m.to_segment = c.to_segment WHERE m.month IS NULL
WITH counted AS (
  SELECT
    v.month,
    v.from_segment,
    v.to_segment,
    CASE WHEN r.person_no IS NOT NULL THEN 'restated' ELSE v.cause END AS cause,
    count(*) AS customers,
    sum(v.revenue_at_stake) AS revenue_at_stake
  FROM moves v
  LEFT JOIN restated_moves r ON r.month = v.month AND r.person_no = v.person_no
  GROUP BY 1, 2, 3, 4
),
cells AS (
  SELECT
    c.*,
    m.is_money_withheld,
    b.month IS NOT NULL AS is_restated_assessed,
    -- The smallest causes of a move are withheld until together they stand for enough people.
    coalesce(sum(c.customers) OVER (
      PARTITION BY c.month, c.from_segment, c.to_segment
      ORDER BY c.customers, c.cause
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM counted c
  JOIN migration_cells m ON m.month = c.month AND m.horizon_months = 1 AND m.from_segment = c.from_segment AND m.to_segment = c.to_segment
  LEFT JOIN months_before b ON b.month = c.month - INTERVAL '1' MONTH
)
SELECT
  month,
  from_segment,
  to_segment,
  cause,
  customers,
  CASE
    WHEN from_segment IN ('unknown', 'prospect', 'lapsed') THEN 0.0
    WHEN NOT is_money_withheld AND customers >= $min_customers AND (smaller_customers = 0 OR smaller_customers >= $min_customers)
      THEN CAST(revenue_at_stake AS DOUBLE)
  END AS revenue_at_stake,
  is_restated_assessed
FROM cells
ORDER BY month, from_segment, to_segment, cause
