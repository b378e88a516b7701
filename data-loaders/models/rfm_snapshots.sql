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
WITH standing AS (
  SELECT
    s.month,
    s.month_end,
    c.person_no,
    c.month AS fact_month,
    c.order_count,
    c.net_revenue,
    c.order_count_to_date,
    c.net_revenue_to_date,
    c.last_order_on,
    c.city,
    c.channel
  FROM snapshot_months s
  JOIN customer_months c ON c.month <= s.month AND coalesce(c.next_month, DATE '9999-01-01') > s.month
),
before_window AS (
  SELECT s.month, c.person_no, c.order_count_to_date, c.net_revenue_to_date
  FROM snapshot_months s
  JOIN customer_months c ON c.month < s.window_start AND coalesce(c.next_month, DATE '9999-01-01') >= s.window_start
),
known AS (
  SELECT
    s.month,
    p.person_no,
    c.city,
    c.channel,
    c.order_count_to_date,
    date_diff('day', c.last_order_on, s.month_end) AS days_since_last_order,
    coalesce(c.order_count_to_date, 0) - coalesce(b.order_count_to_date, 0) AS order_count,
    CAST(coalesce(c.net_revenue_to_date, 0) - coalesce(b.net_revenue_to_date, 0) AS DECIMAL(18, 4)) AS net_revenue,
    CASE WHEN c.fact_month = s.month THEN c.order_count ELSE 0 END AS order_count_month,
    CASE WHEN c.fact_month = s.month THEN c.net_revenue ELSE 0 END AS net_revenue_month
  FROM snapshot_months s
  JOIN persons p ON p.known_on <= s.month_end
  LEFT JOIN standing c ON c.month = s.month AND c.person_no = p.person_no
  LEFT JOIN before_window b ON b.month = s.month AND b.person_no = p.person_no
),
pooled AS (
  SELECT
    *,
    order_count > 0
      AND CASE WHEN $pool_counts_ever THEN order_count_to_date ELSE order_count END >= $pool_min_orders
      AND ($pool_active_days IS NULL OR days_since_last_order <= $pool_active_days) AS is_in_pool
  FROM known
),
recency_counts AS (
  SELECT month, days_since_last_order, count(*) AS customers FROM pooled WHERE is_in_pool GROUP BY 1, 2
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
  SELECT month, order_count, count(*) AS customers FROM pooled WHERE is_in_pool GROUP BY 1, 2
),
f_scores AS (
  SELECT
    month,
    order_count,
    share_below_score(
      sum(customers) OVER (PARTITION BY month ORDER BY order_count) - customers,
      sum(customers) OVER (PARTITION BY month)) AS f_score,
    sum(customers) OVER (PARTITION BY month) AS pool_customers
  FROM frequency_counts
),
scored AS (
  SELECT
    p.*,
    CASE WHEN p.is_in_pool THEN r.r_score END AS r_score,
    CASE WHEN p.is_in_pool THEN f.f_score END AS f_score,
    CASE WHEN p.is_in_pool THEN share_below_score(
      rank() OVER (PARTITION BY p.month, p.is_in_pool ORDER BY p.net_revenue) - 1, f.pool_customers) END AS m_score
  FROM pooled p
  LEFT JOIN r_scores r ON r.month = p.month AND r.days_since_last_order = p.days_since_last_order
  LEFT JOIN f_scores f ON f.month = p.month AND f.order_count = p.order_count
)
SELECT
  s.month,
  s.person_no,
  CASE
    WHEN g.segment IS NOT NULL THEN g.segment
    WHEN s.order_count > 0 THEN 'outside'
    WHEN s.days_since_last_order IS NOT NULL THEN 'lapsed'
    ELSE 'prospect'
  END AS segment,
  s.days_since_last_order,
  s.order_count,
  s.net_revenue,
  s.r_score,
  s.f_score,
  s.m_score,
  s.order_count_month,
  s.net_revenue_month,
  s.city,
  s.channel
FROM scored s
LEFT JOIN segment_grid g ON g.r_score = s.r_score AND g.f_score = s.f_score AND g.m_score = s.m_score
