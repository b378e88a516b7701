-- One row per customer who is in another state than a month before, and why.
-- each: month
-- key: month, person_no
-- reads: rfm_snapshots -1..0
-- reads: score_edges -1..0
-- columns:
--   month         date     first day of the month
--   person_no     integer  the customer
--   from_segment  text     state a month before; unknown: not known then
--   to_segment    text     state now
--   cause         text     first_seen, entered, left, thresholds, behaviour or ageing: the first that holds
WITH moved AS (
  SELECT
    m.month,
    m.origin_month,
    n.person_no,
    coalesce(b.segment, 'unknown') AS from_segment,
    n.segment AS to_segment,
    b.r_score IS NOT NULL AS was_scored,
    n.r_score IS NOT NULL AS is_scored,
    n.r_score AS r_score_now,
    n.days_since_last_order,
    n.order_count,
    n.net_revenue,
    n.order_count_month
  FROM (
    SELECT month, CAST(month - INTERVAL '1' MONTH AS DATE) AS origin_month
    FROM snapshot_months
    WHERE month > month_of($first_day)
  ) m
  JOIN rfm_snapshots n ON n.month = m.month
  LEFT JOIN rfm_snapshots b ON b.person_no = n.person_no AND b.month = m.origin_month
  WHERE b.segment IS NULL OR b.segment <> n.segment
),
edges AS (
  SELECT
    month,
    max(CASE WHEN measure = 'recency' AND score = 5 THEN highest END) AS r5,
    max(CASE WHEN measure = 'recency' AND score = 4 THEN highest END) AS r4,
    max(CASE WHEN measure = 'recency' AND score = 3 THEN highest END) AS r3,
    max(CASE WHEN measure = 'recency' AND score = 2 THEN highest END) AS r2,
    max(CASE WHEN measure = 'frequency' AND score = 5 THEN lowest END) AS f5,
    max(CASE WHEN measure = 'frequency' AND score = 4 THEN lowest END) AS f4,
    max(CASE WHEN measure = 'frequency' AND score = 3 THEN lowest END) AS f3,
    max(CASE WHEN measure = 'frequency' AND score = 2 THEN lowest END) AS f2,
    max(CASE WHEN measure = 'monetary' AND score = 5 THEN lowest END) AS m5,
    max(CASE WHEN measure = 'monetary' AND score = 4 THEN lowest END) AS m4,
    max(CASE WHEN measure = 'monetary' AND score = 3 THEN lowest END) AS m3,
    max(CASE WHEN measure = 'monetary' AND score = 2 THEN lowest END) AS m2
  FROM score_edges
  GROUP BY month
),
rescored AS (
  SELECT
    m.*,
    CASE
      -- Days are days: the configured edges were the same a month before.
      WHEN NOT $recency_by_quintile THEN m.r_score_now
      WHEN m.days_since_last_order <= e.r5 THEN 5
      WHEN m.days_since_last_order <= e.r4 THEN 4
      WHEN m.days_since_last_order <= e.r3 THEN 3
      WHEN m.days_since_last_order <= e.r2 THEN 2
      ELSE 1
    END AS r_score,
    CASE WHEN m.order_count >= e.f5 THEN 5 WHEN m.order_count >= e.f4 THEN 4 WHEN m.order_count >= e.f3 THEN 3 WHEN m.order_count >= e.f2 THEN 2 ELSE 1 END AS f_score,
    CASE WHEN m.net_revenue >= e.m5 THEN 5 WHEN m.net_revenue >= e.m4 THEN 4 WHEN m.net_revenue >= e.m3 THEN 3 WHEN m.net_revenue >= e.m2 THEN 2 ELSE 1 END AS m_score
  FROM moved m
  LEFT JOIN edges e ON e.month = m.origin_month
)
SELECT
  r.month,
  r.person_no,
  r.from_segment,
  r.to_segment,
  CASE
    WHEN r.from_segment = 'unknown' THEN 'first_seen'
    WHEN r.is_scored AND NOT r.was_scored THEN 'entered'
    WHEN r.was_scored AND NOT r.is_scored THEN 'left'
    WHEN r.is_scored AND g.segment = r.from_segment THEN 'thresholds'
    WHEN r.order_count_month > 0 THEN 'behaviour'
    ELSE 'ageing'
  END AS cause
FROM rescored r
LEFT JOIN segment_grid g ON g.r_score = r.r_score AND g.f_score = r.f_score AND g.m_score = r.m_score
