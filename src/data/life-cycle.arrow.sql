-- One row per month, state of the life cycle and state a month before (null: all of them): the people, and what they bought in the month.
-- key: month, state, from_state
-- columns:
--   month        date      first day of the month
--   state        text      state at the end of the month
--   from_state   text?     state a month before; unknown: not known then; null: whatever it was
--   customers    integer   people
--   orders       integer?  their orders in the month, where from_state is null
--   net_revenue  number?   their net revenue in the month, in the reporting currency, where from_state is null; null there: withheld, too few people
-- checks:
--   who came from anywhere is there: SELECT a.month, a.state FROM published_life_cycle a JOIN published_life_cycle f ON f.month = a.month AND f.state = a.state AND f.from_state IS NOT NULL WHERE a.from_state IS NULL AND a.month > month_of($first_day) GROUP BY a.month, a.state, a.customers HAVING a.customers <> sum(f.customers)
--   who was there went somewhere: SELECT b.month, b.state FROM published_life_cycle b JOIN published_life_cycle f ON f.month = b.month + INTERVAL '1' MONTH AND f.from_state = b.state WHERE b.from_state IS NULL GROUP BY b.month, b.state, b.customers HAVING b.customers <> sum(f.customers)
WITH sizes AS (
  SELECT
    m.month,
    l.state,
    l.position,
    CAST(coalesce(sum(c.customers), 0) AS BIGINT) AS customers,
    CAST(coalesce(sum(c.order_count_month), 0) AS BIGINT) AS orders,
    coalesce(sum(c.net_revenue_month), 0) AS net_revenue
  FROM months m
  CROSS JOIN life_cycle_states l
  LEFT JOIN state_counts c ON c.month = m.month AND c.life_cycle = l.state
  GROUP BY m.month, l.state, l.position
),
cells AS (
  SELECT
    *,
    -- The smallest cells are withheld until together they stand for enough people.
    coalesce(sum(customers) OVER (
      PARTITION BY month, customers > 0
      ORDER BY customers, position
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM sizes
)
SELECT
  month,
  state,
  NULL AS from_state,
  customers,
  orders,
  CASE
    WHEN customers = 0 THEN 0.0
    WHEN customers >= $min_customers AND (smaller_customers = 0 OR smaller_customers >= $min_customers) THEN CAST(net_revenue AS DOUBLE)
  END AS net_revenue
FROM cells
UNION ALL
SELECT m.month, t.state, f.state, coalesce(v.customers, 0), NULL, NULL
FROM months m
CROSS JOIN life_cycle_states t
CROSS JOIN (SELECT state FROM life_cycle_states UNION ALL SELECT 'unknown') f
LEFT JOIN life_cycle_moves v ON v.month = m.month AND v.to_state = t.state AND coalesce(v.from_state, 'unknown') = f.state
WHERE m.month > month_of($first_day)
ORDER BY month, state, from_state
