-- One row per month, measure and score: the value that earns it, and the people who have it.
-- key: month, measure, score
-- columns:
--   month           date     first day of the month
--   measure         text     recency (days), frequency (orders) or monetary (reporting currency)
--   score           integer  1 to 5
--   edge            number?  smallest value that earns the score, of recency the largest; null where nobody has it, where none is needed (recency and monetary score 1) and, of money, where too few people have it
--   customers       integer  people in the pool with the score
--   tied_customers  integer? people with the value at the score's upper end, where they are over a fifth of the pool
--   is_missing      boolean  there are people in the pool, and none of them has the score
--   has_large_tie   boolean  one value holds over a fifth of the pool, where scores are shares of it
WITH pools AS (
  SELECT month, CAST(sum(customers) AS BIGINT) AS customers
  FROM state_counts
  WHERE r_score IS NOT NULL
  GROUP BY month
),
cells AS (
  SELECT m.month, x.measure, n.score, coalesce(p.customers, 0) AS pool_customers
  FROM months m
  CROSS JOIN (VALUES ('recency'), ('frequency'), ('monetary')) AS x (measure)
  CROSS JOIN (VALUES (1), (2), (3), (4), (5)) AS n (score)
  LEFT JOIN pools p ON p.month = m.month
),
-- A value that over a fifth of the pool has is the best one of its score, because what follows it scores higher. So only large
-- scores are looked at, but where equal values are told apart.
suspects AS (
  SELECT e.month, e.measure, e.score, CASE WHEN e.measure = 'recency' THEN e.lowest ELSE e.highest END AS best
  FROM score_edges e
  JOIN pools p ON p.month = e.month
  WHERE CASE WHEN e.measure = 'recency' THEN $recency_by_quintile ELSE NOT $has_frozen_edges END
    AND ($ties_first OR (e.customers - CASE WHEN e.lowest = e.highest THEN 0 ELSE 1 END) * 5 > p.customers)
),
ties AS (
  SELECT e.month, e.measure, e.score, count(*) AS customers
  FROM suspects e
  JOIN rfm_snapshots s ON s.month = e.month AND s.order_count = e.best
  WHERE e.measure = 'frequency' AND s.r_score IS NOT NULL
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT e.month, e.measure, e.score, count(*)
  FROM suspects e
  JOIN rfm_snapshots s ON s.month = e.month AND s.net_revenue = e.best
  WHERE e.measure = 'monetary' AND s.r_score IS NOT NULL
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT e.month, e.measure, e.score, count(*)
  FROM suspects e
  JOIN rfm_snapshots s ON s.month = e.month AND CASE WHEN $recency_by_touch THEN s.days_since_last_touch ELSE s.days_since_last_order END = e.best
  WHERE e.measure = 'recency' AND s.r_score IS NOT NULL
  GROUP BY 1, 2, 3
),
fixed AS (
  SELECT measure, score, edge
  FROM (VALUES
    ('recency', 5, CAST($recency_days_5 AS DECIMAL(18, 4))),
    ('recency', 4, $recency_days_4),
    ('recency', 3, $recency_days_3),
    ('recency', 2, $recency_days_2),
    ('frequency', 5, $frequency_edge_5),
    ('frequency', 4, $frequency_edge_4),
    ('frequency', 3, $frequency_edge_3),
    ('frequency', 2, $frequency_edge_2),
    ('monetary', 5, $monetary_edge_5),
    ('monetary', 4, $monetary_edge_4),
    ('monetary', 3, $monetary_edge_3),
    ('monetary', 2, $monetary_edge_2)) AS f (measure, score, edge)
)
SELECT
  c.month,
  c.measure,
  c.score,
  CAST(CASE
    WHEN c.measure = 'recency' AND NOT $recency_by_quintile THEN f.edge
    WHEN c.measure = 'recency' THEN e.highest
    WHEN $has_frozen_edges THEN f.edge
    -- The least of all is one person's net revenue, and nobody needs it to read the scale.
    WHEN c.measure = 'monetary' AND (c.score = 1 OR e.customers < $min_customers) THEN NULL
    ELSE e.lowest
  END AS DOUBLE) AS edge,
  coalesce(e.customers, 0) AS customers,
  t.customers AS tied_customers,
  e.customers IS NULL AND c.pool_customers > 0 AS is_missing,
  t.customers IS NOT NULL AS has_large_tie
FROM cells c
LEFT JOIN score_edges e ON e.month = c.month AND e.measure = c.measure AND e.score = c.score
LEFT JOIN ties t ON t.month = c.month AND t.measure = c.measure AND t.score = c.score AND t.customers * 5 > c.pool_customers
LEFT JOIN fixed f ON f.measure = c.measure AND f.score = c.score
ORDER BY c.month, c.measure, c.score
