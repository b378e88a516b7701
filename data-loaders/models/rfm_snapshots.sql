-- One row per customer known at the end of the month: recency, frequency and monetary value in the window, scores and states.
-- each: month
-- key: month, person_no
-- columns:
--   month                  date      first day of the month
--   person_no              integer   the customer
--   segment                text      segment of the R×F(×M) map, or lapsed, outside, prospect
--   life_cycle             text      state of the life cycle
--   days_since_last_order  integer?  recency; null for who never bought
--   days_since_last_touch  integer?  days since the last footprint in any channel, an order or another; null where no source has footprints
--   order_count            integer   frequency: orders in the window
--   net_revenue            money     monetary value: net revenue in the window
--   r_score                integer?  1 to 5; null outside the pool
--   f_score                integer?  1 to 5; null outside the pool
--   m_score                integer?  1 to 5; null outside the pool
--   weighted_score         number?   weighted R, F and M, 0 to 1; null outside the pool
--   engagement_points      number?   points of the last days, older ones worth less; null where no source has footprints
--   e_score                integer?  1 to 5 among everybody known; null where no source has footprints
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
touch_months AS (
  SELECT
    person_no,
    month,
    last_touch_on,
    lead(month) OVER (PARTITION BY person_no ORDER BY month) AS next_month
  FROM (
    SELECT person_no, month_of(touched_on) AS month, max(touched_on) AS last_touch_on
    FROM touch_days
    WHERE $has_touches
    GROUP BY 1, 2
  ) t
),
touched AS (
  SELECT s.month, t.person_no, t.last_touch_on
  FROM snapshot_months s
  JOIN touch_months t ON t.month <= s.month AND coalesce(t.next_month, DATE '9999-01-01') > s.month
),
engaged AS (
  SELECT
    s.month,
    t.person_no,
    sum(CAST(t.points * CASE
      WHEN $engagement_half_life_days IS NULL THEN 1
      ELSE power(CAST(0.5 AS DOUBLE), date_diff('day', t.touched_on, s.month_end) / CAST($engagement_half_life_days AS DOUBLE))
    END AS DECIMAL(18, 6))) AS points
  FROM snapshot_months s
  JOIN touch_days t ON t.touched_on <= s.month_end AND t.touched_on > s.month_end - INTERVAL '1' DAY * $engagement_days
  WHERE $has_touches
  GROUP BY 1, 2
),
known AS (
  SELECT
    s.month,
    p.person_no,
    CASE WHEN $ties_first THEN p.customer_id END AS tie_breaker,
    c.city,
    c.channel,
    coalesce(c.order_count_to_date, 0) AS order_count_to_date,
    date_diff('day', c.last_order_on, s.month_end) AS days_since_last_order,
    date_diff('day', t.last_touch_on, s.month_end) AS days_since_last_footprint,
    CASE WHEN $has_touches THEN CAST(coalesce(e.points, 0) AS DECIMAL(18, 6)) END AS engagement_points,
    coalesce(c.order_count_to_date, 0) - coalesce(b.order_count_to_date, 0) AS order_count,
    CAST(coalesce(c.net_revenue_to_date, 0) - coalesce(b.net_revenue_to_date, 0) AS DECIMAL(18, 4)) AS net_revenue,
    CASE WHEN c.fact_month = s.month THEN c.order_count ELSE 0 END AS order_count_month,
    CASE WHEN c.fact_month = s.month THEN c.net_revenue ELSE 0 END AS net_revenue_month
  FROM snapshot_months s
  JOIN persons p ON p.known_on <= s.month_end
  LEFT JOIN standing c ON c.month = s.month AND c.person_no = p.person_no
  LEFT JOIN before_window b ON b.month = s.month AND b.person_no = p.person_no
  LEFT JOIN touched t ON t.month = s.month AND t.person_no = p.person_no
  LEFT JOIN engaged e ON e.month = s.month AND e.person_no = p.person_no
),
dated AS (
  SELECT
    *,
    CASE
      WHEN NOT $has_touches THEN NULL
      WHEN days_since_last_footprint IS NULL OR days_since_last_order < days_since_last_footprint THEN days_since_last_order
      ELSE days_since_last_footprint
    END AS days_since_last_touch
  FROM known
),
pooled AS (
  SELECT
    *,
    CASE WHEN $recency_by_touch THEN days_since_last_touch ELSE days_since_last_order END AS recency_days,
    order_count > 0
      AND CASE WHEN $pool_counts_ever THEN order_count_to_date ELSE order_count END >= $pool_min_orders
      AND ($pool_active_days IS NULL OR days_since_last_order <= $pool_active_days) AS is_in_pool
  FROM dated
),
recency_counts AS (
  SELECT month, recency_days, count(*) AS customers FROM pooled WHERE is_in_pool GROUP BY 1, 2
),
recency_ranks AS (
  SELECT
    month,
    recency_days,
    CAST(sum(customers) OVER (PARTITION BY month ORDER BY recency_days DESC) AS BIGINT) - customers AS beaten,
    CAST(sum(customers) OVER (PARTITION BY month) AS BIGINT) AS pool_customers,
    min(recency_days) OVER (PARTITION BY month) AS lowest,
    max(recency_days) OVER (PARTITION BY month) AS highest
  FROM recency_counts
),
recency_scores AS (
  SELECT
    month,
    recency_days,
    pool_customers,
    CASE
      WHEN $recency_by_quintile THEN share_below_score(beaten, pool_customers)
      WHEN recency_days <= $recency_days_5 THEN 5
      WHEN recency_days <= $recency_days_4 THEN 4
      WHEN recency_days <= $recency_days_3 THEN 3
      WHEN recency_days <= $recency_days_2 THEN 2
      ELSE 1
    END AS score,
    CASE WHEN $scale_is_minmax THEN place_between(-recency_days, -highest, -lowest) ELSE CAST(beaten AS DOUBLE) / pool_customers END AS share
  FROM recency_ranks
),
frequency_counts AS (
  SELECT month, order_count, count(*) AS customers FROM pooled WHERE is_in_pool GROUP BY 1, 2
),
frequency_ranks AS (
  SELECT
    month,
    order_count,
    CAST(sum(customers) OVER (PARTITION BY month ORDER BY order_count) AS BIGINT) - customers AS beaten,
    CAST(sum(customers) OVER (PARTITION BY month) AS BIGINT) AS pool_customers,
    min(order_count) OVER (PARTITION BY month) AS lowest,
    max(order_count) OVER (PARTITION BY month) AS highest
  FROM frequency_counts
),
frequency_scores AS (
  SELECT
    month,
    order_count,
    CASE
      WHEN NOT $has_frozen_edges THEN share_below_score(beaten, pool_customers)
      WHEN order_count >= $frequency_edge_5 THEN 5
      WHEN order_count >= $frequency_edge_4 THEN 4
      WHEN order_count >= $frequency_edge_3 THEN 3
      WHEN order_count >= $frequency_edge_2 THEN 2
      ELSE 1
    END AS score,
    CASE WHEN $scale_is_minmax THEN place_between(order_count, lowest, highest) ELSE CAST(beaten AS DOUBLE) / pool_customers END AS share
  FROM frequency_ranks
),
monetary_ends AS (
  SELECT month, min(net_revenue) AS lowest, max(net_revenue) AS highest
  FROM pooled
  WHERE is_in_pool AND $scale_is_minmax
  GROUP BY month
),
-- Everybody's place where equal values are told apart.
places AS (
  SELECT
    month,
    person_no,
    row_number() OVER (PARTITION BY month ORDER BY recency_days DESC, tie_breaker) AS r_place,
    row_number() OVER (PARTITION BY month ORDER BY order_count, tie_breaker) AS f_place,
    row_number() OVER (PARTITION BY month ORDER BY net_revenue, tie_breaker) AS m_place
  FROM pooled
  WHERE is_in_pool AND $ties_first
),
engagement_counts AS (
  SELECT month, engagement_points, count(*) AS customers FROM pooled WHERE $has_touches GROUP BY 1, 2
),
engagement_scores AS (
  SELECT
    month,
    engagement_points,
    share_below_score(
      sum(customers) OVER (PARTITION BY month ORDER BY engagement_points) - customers,
      sum(customers) OVER (PARTITION BY month)) AS score
  FROM engagement_counts
),
ranked AS (
  SELECT
    p.*,
    r.pool_customers,
    CASE WHEN $ties_first AND $recency_by_quintile THEN place_score(o.r_place, r.pool_customers) ELSE r.score END AS r_score,
    CASE WHEN $ties_first THEN place_score(o.f_place, r.pool_customers) ELSE f.score END AS f_score,
    o.m_place,
    $weight_r * r.share + $weight_f * f.share AS weighted_rf,
    CASE WHEN $scale_is_minmax THEN place_between(p.net_revenue, m.lowest, m.highest) END AS m_span,
    rank() OVER (PARTITION BY p.month, p.is_in_pool ORDER BY p.net_revenue) - 1 AS m_beaten,
    e.score AS e_score
  FROM pooled p
  LEFT JOIN recency_scores r ON r.month = p.month AND r.recency_days = p.recency_days
  LEFT JOIN frequency_scores f ON f.month = p.month AND f.order_count = p.order_count
  LEFT JOIN monetary_ends m ON m.month = p.month
  LEFT JOIN places o ON o.month = p.month AND o.person_no = p.person_no
  LEFT JOIN engagement_scores e ON e.month = p.month AND e.engagement_points = p.engagement_points
),
scored AS (
  SELECT
    *,
    CASE
      WHEN $has_frozen_edges THEN CASE
        WHEN net_revenue >= $monetary_edge_5 THEN 5
        WHEN net_revenue >= $monetary_edge_4 THEN 4
        WHEN net_revenue >= $monetary_edge_3 THEN 3
        WHEN net_revenue >= $monetary_edge_2 THEN 2
        ELSE 1
      END
      WHEN $ties_first THEN place_score(m_place, pool_customers)
      ELSE share_below_score(m_beaten, pool_customers)
    END AS m_score,
    weighted_rf + $weight_m * CASE WHEN $scale_is_minmax THEN m_span ELSE CAST(m_beaten AS DOUBLE) / pool_customers END AS weighted_score
  FROM ranked
)
SELECT
  s.month,
  s.person_no,
  CASE
    WHEN s.is_in_pool THEN g.segment
    WHEN s.order_count > 0 THEN 'outside'
    WHEN s.days_since_last_order IS NOT NULL THEN 'lapsed'
    ELSE 'prospect'
  END AS segment,
  CASE
    WHEN s.order_count_to_date = 0 THEN $life_cycle_none
    WHEN s.days_since_last_order <= $life_cycle_active_days THEN CASE
      WHEN s.order_count_to_date = 1 THEN $life_cycle_one_active
      WHEN s.order_count_to_date < $life_cycle_loyal_orders THEN $life_cycle_few_active
      ELSE $life_cycle_many_active
    END
    WHEN s.days_since_last_order <= $life_cycle_lost_days THEN CASE
      WHEN s.order_count_to_date = 1 THEN $life_cycle_one_passive
      WHEN s.order_count_to_date < $life_cycle_loyal_orders THEN $life_cycle_few_passive
      ELSE $life_cycle_many_passive
    END
    WHEN s.order_count_to_date = 1 THEN $life_cycle_one_lost
    WHEN s.order_count_to_date < $life_cycle_loyal_orders THEN $life_cycle_few_lost
    ELSE $life_cycle_many_lost
  END AS life_cycle,
  s.days_since_last_order,
  CAST(s.days_since_last_touch AS BIGINT) AS days_since_last_touch,
  s.order_count,
  s.net_revenue,
  CASE WHEN s.is_in_pool THEN s.r_score END AS r_score,
  CASE WHEN s.is_in_pool THEN s.f_score END AS f_score,
  CASE WHEN s.is_in_pool THEN s.m_score END AS m_score,
  CASE WHEN s.is_in_pool THEN round(s.weighted_score, 9) END AS weighted_score,
  s.engagement_points,
  CAST(s.e_score AS INTEGER) AS e_score,
  s.order_count_month,
  s.net_revenue_month,
  s.city,
  s.channel
FROM scored s
LEFT JOIN segment_grid g ON g.r_score = s.r_score AND g.f_score = s.f_score AND g.m_score = s.m_score
