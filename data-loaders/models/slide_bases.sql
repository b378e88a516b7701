-- One row per month: how many people could slide.
-- each: month
-- key: month
-- reads: rfm_snapshots -$slide_within_months..0
-- columns:
--   month           date     first day of the month
--   base_customers  integer  people who were in a `from` segment within the look-back and not in a `to` segment a month before
WITH exposed AS (
  SELECT DISTINCT m.month, s.person_no
  FROM snapshot_months m
  JOIN rfm_snapshots s ON s.month >= m.month - INTERVAL '1' MONTH * $slide_within_months AND s.month < m.month
  WHERE s.segment IN (SELECT segment FROM slide_ends WHERE side = 'from')
),
arrived_before AS (
  SELECT m.month, s.person_no
  FROM snapshot_months m
  JOIN rfm_snapshots s ON s.month = m.month - INTERVAL '1' MONTH
  WHERE s.segment IN (SELECT segment FROM slide_ends WHERE side = 'to')
)
SELECT m.month, count(CASE WHEN b.person_no IS NULL THEN e.person_no END) AS base_customers
FROM snapshot_months m
LEFT JOIN exposed e ON e.month = m.month
LEFT JOIN arrived_before b ON b.month = e.month AND b.person_no = e.person_no
GROUP BY m.month
