-- One row per month, measure and value: people by RFM sum, by tier, and by engagement, buyers and prospects apart.
-- key: month, measure, position
-- columns:
--   month               date     first day of the month
--   measure             text     sum (R + F + M), tier (by the weighted score), engagement_buyers or engagement_prospects (E); the last two only where a source has footprints
--   position            integer  place of the value, the lowest first
--   value               text     3 to 15, platinum to bronze, 1 to 5
--   customers           integer  people
--   net_revenue_window  number?  their net revenue in the window, in the reporting currency; null: withheld, too few people
WITH scales AS (
  SELECT 'sum' AS measure, r.score + f.score + m.score AS position, CAST(r.score + f.score + m.score AS VARCHAR) AS value
  FROM (VALUES (1), (2), (3), (4), (5)) AS r (score)
  CROSS JOIN (VALUES (1), (2), (3), (4), (5)) AS f (score)
  CROSS JOIN (VALUES (1), (2), (3), (4), (5)) AS m (score)
  UNION
  SELECT 'tier', t.position, t.value
  FROM (VALUES (1, 'bronze'), (2, 'silver'), (3, 'gold'), (4, 'platinum')) AS t (position, value)
  UNION
  SELECT g.measure, e.score, CAST(e.score AS VARCHAR)
  FROM (VALUES ('engagement_buyers'), ('engagement_prospects')) AS g (measure)
  CROSS JOIN (VALUES (1), (2), (3), (4), (5)) AS e (score)
  WHERE $has_touches
),
counted AS (
  SELECT month, 'sum' AS measure, CAST(r_score + f_score + m_score AS VARCHAR) AS value, customers, net_revenue_window
  FROM state_counts
  WHERE r_score IS NOT NULL
  UNION ALL
  SELECT month, 'tier', tier, customers, net_revenue_window
  FROM state_counts
  WHERE tier IS NOT NULL
  UNION ALL
  SELECT month, CASE WHEN segment = 'prospect' THEN 'engagement_prospects' ELSE 'engagement_buyers' END, CAST(e_score AS VARCHAR), customers, net_revenue_window
  FROM state_counts
  WHERE e_score IS NOT NULL
),
summed AS (
  SELECT month, measure, value, CAST(sum(customers) AS BIGINT) AS customers, sum(net_revenue_window) AS net_revenue_window
  FROM counted
  GROUP BY 1, 2, 3
),
cells AS (
  SELECT
    m.month,
    s.measure,
    s.position,
    s.value,
    coalesce(c.customers, 0) AS customers,
    c.net_revenue_window,
    -- The smallest cells are withheld until together they stand for enough people.
    coalesce(sum(c.customers) OVER (
      PARTITION BY m.month, s.measure, c.customers IS NULL
      ORDER BY c.customers, s.position
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM months m
  CROSS JOIN scales s
  LEFT JOIN summed c ON c.month = m.month AND c.measure = s.measure AND c.value = s.value
)
SELECT
  month,
  measure,
  position,
  value,
  customers,
  CASE
    WHEN customers = 0 THEN 0.0
    WHEN customers >= $min_customers AND (smaller_customers = 0 OR smaller_customers >= $min_customers) THEN CAST(net_revenue_window AS DOUBLE)
  END AS net_revenue_window
FROM cells
ORDER BY month, measure, position
