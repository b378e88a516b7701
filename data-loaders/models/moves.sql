-- One row per customer who is in another state than a month before, and why.
-- each: month
-- key: month, person_no
-- reads: rfm_snapshots -1..0
-- reads: state_counts -1..0
-- columns:
--   month             date     first day of the month
--   person_no         integer  the customer
--   from_segment      text     state a month before; unknown: not known then
--   to_segment        text     state now
--   cause             text     first_seen, entered, left, thresholds, behaviour or ageing: the first that holds; restated_moves names those who are restated before that
--   revenue_at_stake  money    net revenue in the window of the month before; 0 from unknown, prospect and lapsed
WITH moved AS (
  SELECT
    m.month,
    m.origin_month,
    n.person_no,
    coalesce(b.segment, 'unknown') AS from_segment,
    n.segment AS to_segment,
    CASE WHEN b.segment IS NULL OR b.segment IN ('prospect', 'lapsed') THEN 0 ELSE b.net_revenue END AS revenue_at_stake,
    b.r_score IS NOT NULL AS was_scored,
    n.r_score IS NOT NULL AS is_scored,
    n.r_score AS r_score_now,
    n.f_score AS f_score_now,
    n.m_score AS m_score_now,
    CASE WHEN $recency_by_touch THEN n.days_since_last_touch ELSE n.days_since_last_order END AS recency_days,
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
    max(CASE WHEN r_score = 5 THEN highest_days END) AS r5,
    max(CASE WHEN r_score = 4 THEN highest_days END) AS r4,
    max(CASE WHEN r_score = 3 THEN highest_days END) AS r3,
    max(CASE WHEN r_score = 2 THEN highest_days END) AS r2,
    min(CASE WHEN f_score = 5 THEN lowest_orders END) AS f5,
    min(CASE WHEN f_score = 4 THEN lowest_orders END) AS f4,
    min(CASE WHEN f_score = 3 THEN lowest_orders END) AS f3,
    min(CASE WHEN f_score = 2 THEN lowest_orders END) AS f2,
    min(CASE WHEN m_score = 5 THEN lowest_revenue END) AS m5,
    min(CASE WHEN m_score = 4 THEN lowest_revenue END) AS m4,
    min(CASE WHEN m_score = 3 THEN lowest_revenue END) AS m3,
    min(CASE WHEN m_score = 2 THEN lowest_revenue END) AS m2
  FROM state_counts
  GROUP BY month
),
rescored AS (
  SELECT
    m.*,
    CASE
      -- Days are days: the configured edges were the same a month before.
      WHEN NOT $recency_by_quintile THEN m.r_score_now
      WHEN m.recency_days <= e.r5 THEN 5
      WHEN m.recency_days <= e.r4 THEN 4
      WHEN m.recency_days <= e.r3 THEN 3
      WHEN m.recency_days <= e.r2 THEN 2
      ELSE 1
    END AS r_score,
    -- So were edges that are frozen: under them nothing moves but by what people do.
    CASE WHEN $has_frozen_edges THEN m.f_score_now WHEN m.order_count >= e.f5 THEN 5 WHEN m.order_count >= e.f4 THEN 4 WHEN m.order_count >= e.f3 THEN 3 WHEN m.order_count >= e.f2 THEN 2 ELSE 1 END AS f_score,
    CASE WHEN $has_frozen_edges THEN m.m_score_now WHEN m.net_revenue >= e.m5 THEN 5 WHEN m.net_revenue >= e.m4 THEN 4 WHEN m.net_revenue >= e.m3 THEN 3 WHEN m.net_revenue >= e.m2 THEN 2 ELSE 1 END AS m_score
  FROM moved m
  LEFT JOIN edges e ON e.month = m.origin_month
),
-- Where equal values may have different scores, a value at an edge had any of several a month before: whoever would have
-- been in the same segment with one of them was moved by the scale.
tied AS (
  SELECT DISTINCT r.month, r.person_no
  FROM rescored r
  JOIN segment_grid g ON g.segment = r.from_segment
  LEFT JOIN (
    SELECT month, r_score, min(lowest_days) AS lowest, max(highest_days) AS highest FROM state_counts WHERE $ties_first GROUP BY 1, 2
  ) er ON er.month = r.origin_month AND er.r_score = g.r_score
  LEFT JOIN (
    SELECT month, f_score, min(lowest_orders) AS lowest, max(highest_orders) AS highest FROM state_counts WHERE $ties_first GROUP BY 1, 2
  ) ef ON ef.month = r.origin_month AND ef.f_score = g.f_score
  LEFT JOIN (
    SELECT month, m_score, min(lowest_revenue) AS lowest, max(highest_revenue) AS highest FROM state_counts WHERE $ties_first GROUP BY 1, 2
  ) em ON em.month = r.origin_month AND em.m_score = g.m_score
  WHERE $ties_first
    AND (g.r_score = r.r_score OR ($recency_by_quintile AND r.recency_days BETWEEN er.lowest AND er.highest))
    AND (g.f_score = r.f_score OR r.order_count BETWEEN ef.lowest AND ef.highest)
    AND (g.m_score = r.m_score OR r.net_revenue BETWEEN em.lowest AND em.highest)
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
    WHEN r.is_scored AND (g.segment = r.from_segment OR t.person_no IS NOT NULL) THEN 'thresholds'
    WHEN r.order_count_month > 0 THEN 'behaviour'
    ELSE 'ageing'
  END AS cause,
  CAST(r.revenue_at_stake AS DECIMAL(18, 4)) AS revenue_at_stake
FROM rescored r
LEFT JOIN segment_grid g ON g.r_score = r.r_score AND g.f_score = r.f_score AND g.m_score = r.m_score
LEFT JOIN tied t ON t.month = r.month AND t.person_no = r.person_no
