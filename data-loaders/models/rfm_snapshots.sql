-- One row per customer known at the end of the month: recency, frequency and monetary value in the window, scores and segment.
-- each: month
-- key: month, person_no
-- columns:
--   month                  date      first day of the month
--   person_no              integer   the customer
--   segment                text      segment of the R×F(×M) map, or lapsed, outside, prospect
--   days_since_last_order  integer?  recency; null for who never bought
--   order_count            integer   frequency: orders in the window
--   net_revenue            money     monetary value: net revenue in the window
--   r_score                integer?  1 to 5; null outside the pool
--   f_score                integer?  1 to 5; null outside the pool
--   m_score                integer?  1 to 5; null outside the pool
--   order_count_month      integer   orders in the month
--   net_revenue_month      money     net revenue in the month
--   city                   text?     city of the last order
--   channel                text?     channel of the last order
WITH last_orders AS (
  SELECT s.month, c.person_no, c.last_order_on, c.city, c.channel, c.order_count_to_date
  FROM snapshot_months s
  JOIN customer_months c ON c.month <= s.month AND coalesce(c.next_order_month, DATE '9999-01-01') > s.month
  WHERE c.order_count > 0
),
windowed AS (
  SELECT
    s.month,
    c.person_no,
    sum(c.order_count) AS order_count,
    sum(c.net_revenue) AS net_revenue,
    sum(CASE WHEN c.month = s.month THEN c.order_count ELSE 0 END) AS order_count_month,
    sum(CASE WHEN c.month = s.month THEN c.net_revenue ELSE 0 END) AS net_revenue_month
  FROM snapshot_months s
  JOIN customer_months c ON c.month BETWEEN s.window_start AND s.month
  GROUP BY s.month, c.person_no
),
known AS (
  SELECT
    s.month,
    p.person_no,
    l.city,
    l.channel,
    l.order_count_to_date,
    date_diff('day', l.last_order_on, s.month_end) AS days_since_last_order,
    CAST(coalesce(w.order_count, 0) AS BIGINT) AS order_count,
    CAST(coalesce(w.net_revenue, 0) AS DECIMAL(18, 4)) AS net_revenue,
    CAST(coalesce(w.order_count_month, 0) AS BIGINT) AS order_count_month,
    CAST(coalesce(w.net_revenue_month, 0) AS DECIMAL(18, 4)) AS net_revenue_month
  FROM snapshot_months s
  JOIN persons p ON p.known_on <= s.month_end
  LEFT JOIN last_orders l ON l.month = s.month AND l.person_no = p.person_no
  LEFT JOIN windowed w ON w.month = s.month AND w.person_no = p.person_no
),
pool AS (
  SELECT month, person_no, days_since_last_order, order_count, net_revenue
  FROM known
  WHERE order_count > 0
    AND CASE WHEN $pool_counts_ever THEN order_count_to_date ELSE order_count END >= $pool_min_orders
    AND ($pool_active_days IS NULL OR days_since_last_order <= $pool_active_days)
),
recency_counts AS (
  SELECT month, days_since_last_order, count(*) AS customers FROM pool GROUP BY month, days_since_last_order
),
r_scores AS (
  SELECT
    month,
    days_since_last_order,
    CASE
      WHEN $recency_by_quintile THEN share_below_score(
        sum(customers) OVER (PARTITION BY month ORDER BY days_since_last_order DESC) - customers,
        sum(customers) OVER (PARTITION BY month))
      ELSE (SELECT max(e.score) FROM recency_edges e WHERE days_since_last_order <= e.max_days)
    END AS r_score
  FROM recency_counts
),
frequency_counts AS (
  SELECT month, order_count, count(*) AS customers FROM pool GROUP BY month, order_count
),
f_scores AS (
  SELECT
    month,
    order_count,
    share_below_score(
      sum(customers) OVER (PARTITION BY month ORDER BY order_count) - customers,
      sum(customers) OVER (PARTITION BY month)) AS f_score
  FROM frequency_counts
),
m_scores AS (
  SELECT
    p.month,
    p.person_no,
    r.r_score,
    f.f_score,
    share_below_score(
      rank() OVER (PARTITION BY p.month ORDER BY p.net_revenue) - 1,
      count(*) OVER (PARTITION BY p.month)) AS m_score
  FROM pool p
  JOIN r_scores r ON r.month = p.month AND r.days_since_last_order = p.days_since_last_order
  JOIN f_scores f ON f.month = p.month AND f.order_count = p.order_count
),
scored AS (
  SELECT m.month, m.person_no, m.r_score, m.f_score, m.m_score, g.segment
  FROM m_scores m
  JOIN segment_grid g ON g.r_score = m.r_score AND g.f_score = m.f_score AND g.m_score = m.m_score
)
SELECT
  k.month,
  k.person_no,
  CASE
    WHEN s.segment IS NOT NULL THEN s.segment
    WHEN k.order_count > 0 THEN 'outside'
    WHEN k.days_since_last_order IS NOT NULL THEN 'lapsed'
    ELSE 'prospect'
  END AS segment,
  k.days_since_last_order,
  k.order_count,
  k.net_revenue,
  s.r_score,
  s.f_score,
  s.m_score,
  k.order_count_month,
  k.net_revenue_month,
  k.city,
  k.channel
FROM known k
LEFT JOIN scored s ON s.month = k.month AND s.person_no = k.person_no
