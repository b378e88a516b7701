-- One row per month and place: people in the pool that is scored and outside of it, and who crossed its border since the month before.
-- key: month, place
-- columns:
--   month               date      first day of the month
--   place               text      in, or why not: outside (fails the pool's rule), lapsed, prospect; unknown: not known a month before
--   customers           integer   people there at the end of the month
--   inactive_customers  integer   those of `outside` who have not ordered lately; the others have too few orders
--   entered             integer?  people who came into the pool from there; null in the first month
--   departed            integer?  people who left the pool to there; null in the first month
-- checks:
--   who was there, came and did not leave is there: SELECT n.month FROM published_pool n JOIN published_pool b ON b.month = n.month - INTERVAL '1' MONTH AND b.place = 'in' JOIN published_pool e ON e.month = n.month WHERE n.place = 'in' GROUP BY n.month, n.customers, b.customers HAVING n.customers <> b.customers + sum(e.entered) - sum(e.departed)
WITH sizes AS (
  SELECT
    month,
    CASE WHEN r_score IS NOT NULL THEN 'in' ELSE segment END AS place,
    sum(customers) AS customers,
    sum(inactive_customers) AS inactive_customers
  FROM state_counts
  GROUP BY 1, 2
),
crossings AS (
  SELECT
    g.month,
    CASE WHEN f.kind = 'pool' THEN g.from_segment ELSE g.to_segment END AS place,
    sum(CASE WHEN f.kind = 'pool' THEN g.customers ELSE 0 END) AS entered,
    sum(CASE WHEN f.kind = 'pool' THEN 0 ELSE g.customers END) AS departed
  FROM migrations g
  JOIN states f ON f.key = g.from_segment
  JOIN states t ON t.key = g.to_segment
  WHERE g.horizon_months = 1 AND f.kind <> t.kind
  GROUP BY 1, 2
)
SELECT
  m.month,
  p.place,
  CAST(coalesce(s.customers, 0) AS BIGINT) AS customers,
  CAST(coalesce(s.inactive_customers, 0) AS BIGINT) AS inactive_customers,
  CASE WHEN m.month > month_of($first_day) THEN CAST(coalesce(c.entered, 0) AS BIGINT) END AS entered,
  CASE WHEN m.month > month_of($first_day) THEN CAST(coalesce(c.departed, 0) AS BIGINT) END AS departed
FROM months m
CROSS JOIN (VALUES ('in'), ('outside'), ('lapsed'), ('prospect'), ('unknown')) AS p (place)
LEFT JOIN sizes s ON s.month = m.month AND s.place = p.place
LEFT JOIN crossings c ON c.month = m.month AND c.place = p.place
ORDER BY m.month, p.place
