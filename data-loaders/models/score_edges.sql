-- One row per month, measure and score that somebody has: the values that earn it, and the people.
-- view
-- columns:
--   month      date     first day of the month
--   measure    text     recency (days), frequency (orders) or monetary (reporting currency)
--   score      integer  1 to 5
--   lowest     number   smallest value that earned the score
--   highest    number   largest value that earned the score
--   customers  integer  people with the score
SELECT month, 'recency' AS measure, r_score AS score, CAST(min(lowest_days) AS DECIMAL(18, 4)) AS lowest, CAST(max(highest_days) AS DECIMAL(18, 4)) AS highest, CAST(sum(customers) AS BIGINT) AS customers
FROM state_counts
WHERE r_score IS NOT NULL
GROUP BY 1, 2, 3
UNION ALL
SELECT month, 'frequency', f_score, CAST(min(lowest_orders) AS DECIMAL(18, 4)), CAST(max(highest_orders) AS DECIMAL(18, 4)), CAST(sum(customers) AS BIGINT)
FROM state_counts
WHERE f_score IS NOT NULL
GROUP BY 1, 2, 3
UNION ALL
SELECT month, 'monetary', m_score, min(lowest_revenue), max(highest_revenue), CAST(sum(customers) AS BIGINT)
FROM state_counts
WHERE m_score IS NOT NULL
GROUP BY 1, 2, 3
