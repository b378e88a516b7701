-- One row per month, measure and score that somebody has: the values that earn it.
-- each: month
-- key: month, measure, score
-- reads: rfm_snapshots 0..0
-- columns:
--   month       date     first day of the month
--   measure     text     recency (days), frequency (orders) or monetary (reporting currency)
--   score       integer  1 to 5
--   lowest      number   smallest value that earned the score
--   highest     number   largest value that earned the score
--   customers   integer  people with the score
WITH scores AS (
  SELECT month, 'recency' AS measure, r_score AS score, CAST(days_since_last_order AS DECIMAL(18, 4)) AS value FROM rfm_snapshots
  UNION ALL
  SELECT month, 'frequency', f_score, CAST(order_count AS DECIMAL(18, 4)) FROM rfm_snapshots
  UNION ALL
  SELECT month, 'monetary', m_score, net_revenue FROM rfm_snapshots
)
SELECT s.month, s.measure, s.score, min(s.value) AS lowest, max(s.value) AS highest, count(*) AS customers
FROM scores s
JOIN snapshot_months m ON m.month = s.month
WHERE s.score IS NOT NULL
GROUP BY s.month, s.measure, s.score
