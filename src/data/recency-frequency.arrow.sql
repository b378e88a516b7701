-- One row per recency class and row of the segment map: people in the pool of the newest month, and the segment that each
-- score of recency would give them. Enough to count every segment anew for other edges of recency.
-- key: to_days, segment_5, segment_4, segment_3, segment_2, segment_1
-- columns:
--   to_days    integer  most days since the last order, or touch where recency counts from that; classes are five days wide, and end at the configured edges too
--   segment_5  text     segment with the recency score 5, given the people's other scores
--   segment_4  text     with the score 4
--   segment_3  text     with the score 3
--   segment_2  text     with the score 2
--   segment_1  text     with the score 1
--   customers  integer  people
WITH tracks AS (
  SELECT
    f_score,
    m_score,
    max(CASE WHEN r_score = 5 THEN segment END) AS segment_5,
    max(CASE WHEN r_score = 4 THEN segment END) AS segment_4,
    max(CASE WHEN r_score = 3 THEN segment END) AS segment_3,
    max(CASE WHEN r_score = 2 THEN segment END) AS segment_2,
    max(CASE WHEN r_score = 1 THEN segment END) AS segment_1
  FROM segment_grid
  GROUP BY f_score, m_score
),
people AS (
  SELECT
    f_score,
    m_score,
    CAST(CASE WHEN $recency_by_touch THEN days_since_last_touch ELSE days_since_last_order END AS BIGINT) AS days,
    count(*) AS customers
  FROM rfm_snapshots
  WHERE month = month_of($last_day) AND r_score IS NOT NULL
  GROUP BY 1, 2, 3
),
classes AS (
  SELECT
    *,
    least(
      greatest(days + mod(5 - mod(days, 5), 5), 5),
      CASE WHEN days <= $recency_days_5 THEN $recency_days_5
        WHEN days <= $recency_days_4 THEN $recency_days_4
        WHEN days <= $recency_days_3 THEN $recency_days_3
        WHEN days <= $recency_days_2 THEN $recency_days_2
        ELSE 100000
      END) AS to_days
  FROM people
)
SELECT
  CAST(c.to_days AS BIGINT) AS to_days,
  t.segment_5,
  t.segment_4,
  t.segment_3,
  t.segment_2,
  t.segment_1,
  CAST(sum(c.customers) AS BIGINT) AS customers
FROM classes c
JOIN tracks t ON t.f_score = c.f_score AND t.m_score = c.m_score
GROUP BY c.to_days, t.segment_5, t.segment_4, t.segment_3, t.segment_2, t.segment_1
ORDER BY to_days, segment_5, segment_4, segment_3, segment_2, segment_1
