-- One row per customer known at the end of the month: every state and score, and how long the segment has lasted. Private.
-- each: month
-- key: month, person_no
-- reads: rfm_snapshots ..0
-- columns:
--   month                  date      first day of the month
--   person_no              integer   the customer
--   snapshot_on            date      day of the snapshot: last day of the month, or of data
--   known_on               date      day of registration or first order, whichever came first
--   first_order_on         date?     day of the first order that counts; null while it is still to come
--   acquisition_source     text?     where the person was won
--   gender                 text?     as registered
--   age_band               text?     by the year of birth
--   city                   text?     city of the last order
--   channel                text?     channel of the last order
--   segment                text      segment of the R×F(×M) map, or lapsed, outside, prospect
--   previous_segment       text?     the last different one; null where there was none
--   segment_since          date      day of the first snapshot of this stay in the segment
--   months_in_segment      integer   snapshots of this stay
--   life_cycle             text      state of the life cycle
--   is_in_pool             boolean   is scored
--   days_since_last_order  integer?  recency; null for who never bought
--   days_since_last_touch  integer?  days since the last footprint in any channel; null where no source has footprints
--   order_count            integer   frequency: orders in the window
--   net_revenue            money     monetary value: net revenue in the window
--   r_score                integer?  1 to 5; null outside the pool
--   f_score                integer?  1 to 5; null outside the pool
--   m_score                integer?  1 to 5; null outside the pool
--   rfm_sum                integer?  R + F + M, 3 to 15; null outside the pool
--   weighted_score         number?   weighted R, F and M, 0 to 1; null outside the pool
--   tier                   text?     platinum, gold, silver or bronze; null outside the pool
--   engagement_points      number?   points of the last days, older ones worth less; null where no source has footprints
--   e_score                integer?  1 to 5 among everybody known; null where no source has footprints
--   order_count_month      integer   orders in the month
--   net_revenue_month      money     net revenue in the month
-- checks:
--   a stay has begun before: segment_since <= snapshot_on AND months_in_segment >= 1
--   nobody came from where they are: previous_segment IS NULL OR previous_segment <> segment
WITH last_month AS (
  SELECT max(month) AS month FROM snapshot_months
),
steps AS (
  SELECT
    s.month,
    s.person_no,
    s.segment,
    lag(s.segment) OVER (PARTITION BY s.person_no ORDER BY s.month) AS before
  FROM rfm_snapshots s
  WHERE s.month <= (SELECT month FROM last_month)
),
stays AS (
  SELECT
    month,
    person_no,
    max(CASE WHEN before IS NULL OR before <> segment THEN month END) OVER so_far AS since_month,
    max_by(before, CASE WHEN before <> segment THEN month END) OVER so_far AS previous_segment
  FROM steps
  WINDOW so_far AS (PARTITION BY person_no ORDER BY month)
)
SELECT
  s.month,
  s.person_no,
  m.month_end AS snapshot_on,
  p.known_on,
  CASE WHEN p.first_order_on <= m.month_end THEN p.first_order_on END AS first_order_on,
  p.acquisition_source,
  p.gender,
  b.age_band,
  s.city,
  s.channel,
  s.segment,
  t.previous_segment,
  -- A stay that began in an earlier month began at the end of it; the newest month may not be over.
  CASE WHEN t.since_month = s.month THEN m.month_end ELSE CAST(t.since_month + INTERVAL '1' MONTH - INTERVAL '1' DAY AS DATE) END AS segment_since,
  date_diff('month', t.since_month, s.month) + 1 AS months_in_segment,
  s.life_cycle,
  s.r_score IS NOT NULL AS is_in_pool,
  s.days_since_last_order,
  s.days_since_last_touch,
  s.order_count,
  s.net_revenue,
  s.r_score,
  s.f_score,
  s.m_score,
  s.r_score + s.f_score + s.m_score AS rfm_sum,
  s.weighted_score,
  tier_of(s.weighted_score, $tier_platinum, $tier_gold, $tier_silver) AS tier,
  s.engagement_points,
  s.e_score,
  s.order_count_month,
  s.net_revenue_month
FROM snapshot_months m
JOIN rfm_snapshots s ON s.month = m.month
JOIN stays t ON t.month = s.month AND t.person_no = s.person_no
JOIN persons p ON p.person_no = s.person_no
LEFT JOIN age_bands b ON year(s.month) - p.birth_year BETWEEN b.from_age AND b.to_age
