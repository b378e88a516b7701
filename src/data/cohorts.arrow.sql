-- One row per pair of events, period, cohort (the customers whose first event fell into one month or quarter) and months or
-- quarters since: who came back, how often and for how much.
-- key: first_event, then_event, period, cohort, period_no
-- columns:
--   first_event               text     what made the cohort: order, registration, visit or open
--   then_event                text     what they came back to
--   period                    text     month or quarter
--   cohort                    date     first day of the month or quarter of the first event
--   period_no                 integer  months or quarters since, 0 that of the first event itself
--   customers                 integer  size of the cohort
--   customers_on              integer  those who came back in that month or quarter
--   customers_on_or_after     integer  those who came back then or later, as far as is known
--   events                    integer  their orders in it; days with a visit or an opened message
--   net_revenue               number?  of orders, their net revenue in it, in the reporting currency; null: no orders, or withheld, too few people
--   net_revenue_per_customer  number?  of orders, their net revenue from period 0 to this one by the size of the cohort; null from the first withheld one on
--   is_incomplete             boolean  the month or quarter is not over: the row belongs into no average
-- checks:
--   who comes back then comes back then or later: customers_on <= customers_on_or_after AND customers_on_or_after <= customers
--   everybody is there in period 0: first_event <> then_event OR period_no > 0 OR customers_on = customers
--   every order of a customer is in one row: SELECT * FROM (SELECT period, sum(events) AS orders FROM published_cohorts WHERE first_event = 'order' AND then_event = 'order' GROUP BY period) c CROSS JOIN (SELECT sum(order_count) AS orders FROM customer_months) m WHERE c.orders <> m.orders
WITH pairs AS (
  SELECT f.event AS first_event, t.event AS then_event
  FROM (VALUES ('order'), ('registration'), ('visit'), ('open')) AS f (event)
  CROSS JOIN (VALUES ('order'), ('registration'), ('visit'), ('open')) AS t (event)
  WHERE strpos($cohort_pairs, concat(',', f.event, '>', t.event, ',')) > 0
),
-- What each customer did in each month.
activity AS (
  SELECT 'order' AS event, person_no, month, order_count AS events, net_revenue
  FROM customer_months
  UNION ALL
  SELECT 'registration', person_no, month_of(registered_on), 1, 0
  FROM persons
  -- Who registered before the data begin may have come back then.
  WHERE registered_on >= $first_day AND registered_on <= $last_day AND strpos($cohort_pairs, 'registration') > 0
  UNION ALL
  SELECT event, person_no, month_of(day), count(*), 0
  FROM customer_events
  WHERE event IN ('visit', 'open')
  GROUP BY 1, 2, 3
),
spans AS (
  SELECT event, person_no, min(month) AS first_month, max(month) AS last_month
  FROM activity
  WHERE event <> 'order'
  GROUP BY event, person_no
  UNION ALL
  SELECT 'order', m.person_no, month_of(p.first_order_on), month_of(m.last_order_on)
  FROM customer_months m
  JOIN persons p ON p.person_no = m.person_no
  WHERE m.next_month IS NULL AND p.first_order_on IS NOT NULL
),
sizes AS (
  SELECT p.first_event, p.then_event, s.first_month AS cohort, count(*) AS customers
  FROM pairs p
  JOIN spans s ON s.event = p.first_event
  GROUP BY 1, 2, 3
),
returned AS (
  SELECT p.first_event, p.then_event, s.first_month AS cohort, a.month, a.person_no, a.events, a.net_revenue
  FROM pairs p
  JOIN spans s ON s.event = p.first_event
  -- A return may come before the first order that the data know.
  JOIN activity a ON a.event = p.then_event AND a.person_no = s.person_no AND a.month >= s.first_month
),
facts AS (
  SELECT
    first_event,
    then_event,
    cohort,
    month,
    count(*) FILTER (WHERE events > 0) AS customers_on,
    count(*) AS people,
    CAST(sum(events) AS BIGINT) AS events,
    sum(net_revenue) AS net_revenue
  FROM returned
  GROUP BY 1, 2, 3, 4
),
endings AS (
  SELECT p.first_event, p.then_event, s.first_month AS cohort, e.last_month AS month, count(*) AS customers
  FROM pairs p
  JOIN spans s ON s.event = p.first_event
  JOIN spans e ON e.event = p.then_event AND e.person_no = s.person_no AND e.last_month >= s.first_month
  GROUP BY 1, 2, 3, 4
),
quarters AS (
  SELECT first_event, then_event, cohort, quarter, count(*) AS customers_on
  FROM (
    SELECT DISTINCT
      first_event,
      then_event,
      CAST(date_trunc('quarter', cohort) AS DATE) AS cohort,
      CAST(date_trunc('quarter', month) AS DATE) AS quarter,
      person_no
    FROM returned
    WHERE events > 0
  ) AS people
  GROUP BY 1, 2, 3, 4
),
-- Nobody is seen to come back before there are data of it.
begun AS (
  SELECT event, min(first_month) AS month
  FROM spans
  GROUP BY event
),
cells AS (
  SELECT
    z.first_event,
    z.then_event,
    z.cohort,
    m.month,
    m.is_partial,
    z.customers,
    coalesce(x.customers_on, 0) AS customers_on,
    coalesce(e.customers, 0) AS ending_customers,
    coalesce(x.people, 0) AS people,
    coalesce(x.events, 0) AS events,
    coalesce(x.net_revenue, 0) AS net_revenue,
    -- The smallest cells of a month are withheld until together they stand for enough people.
    coalesce(sum(x.people) OVER (
      PARTITION BY z.first_event, z.then_event, m.month, x.people IS NULL
      ORDER BY x.people, z.cohort
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_people
  FROM sizes z
  JOIN begun b ON b.event = z.then_event
  JOIN months m ON m.month >= z.cohort AND m.month >= b.month
  LEFT JOIN facts x ON x.first_event = z.first_event AND x.then_event = z.then_event AND x.cohort = z.cohort AND x.month = m.month
  LEFT JOIN endings e ON e.first_event = z.first_event AND e.then_event = z.then_event AND e.cohort = z.cohort AND e.month = m.month
),
judged AS (
  SELECT
    *,
    CASE
      WHEN people = 0 OR (people >= $min_customers AND (smaller_people = 0 OR smaller_people >= $min_customers)) THEN 1
      ELSE 0
    END AS is_shown
  FROM cells
),
quarter_sizes AS (
  SELECT first_event, then_event, CAST(date_trunc('quarter', cohort) AS DATE) AS cohort, CAST(sum(customers) AS BIGINT) AS customers
  FROM sizes
  GROUP BY 1, 2, 3
),
quarter_cells AS (
  SELECT
    first_event,
    then_event,
    CAST(date_trunc('quarter', cohort) AS DATE) AS cohort,
    CAST(date_trunc('quarter', month) AS DATE) AS quarter,
    max(CASE WHEN month(month) % 3 = 0 AND NOT is_partial THEN 1 ELSE 0 END) = 0 AS is_incomplete,
    CAST(sum(ending_customers) AS BIGINT) AS ending_customers,
    CAST(sum(events) AS BIGINT) AS events,
    sum(net_revenue) AS net_revenue,
    min(is_shown) AS is_shown
  FROM judged
  GROUP BY 1, 2, 3, 4
),
rows_of_both AS (
  SELECT
    first_event,
    then_event,
    'month' AS period,
    cohort,
    date_diff('month', cohort, month) AS period_no,
    customers,
    customers_on,
    ending_customers,
    events,
    net_revenue,
    is_shown,
    is_partial AS is_incomplete
  FROM judged
  UNION ALL
  SELECT
    c.first_event,
    c.then_event,
    'quarter',
    c.cohort,
    date_diff('quarter', c.cohort, c.quarter),
    z.customers,
    coalesce(q.customers_on, 0),
    c.ending_customers,
    c.events,
    c.net_revenue,
    c.is_shown,
    c.is_incomplete
  FROM quarter_cells c
  JOIN quarter_sizes z ON z.first_event = c.first_event AND z.then_event = c.then_event AND z.cohort = c.cohort
  LEFT JOIN quarters q
    ON q.first_event = c.first_event AND q.then_event = c.then_event AND q.cohort = c.cohort AND q.quarter = c.quarter
)
SELECT
  first_event,
  then_event,
  period,
  cohort,
  period_no,
  customers,
  customers_on,
  CAST(sum(ending_customers) OVER (PARTITION BY first_event, then_event, period, cohort ORDER BY period_no DESC) AS BIGINT) AS customers_on_or_after,
  events,
  CASE WHEN then_event = 'order' AND is_shown = 1 THEN CAST(net_revenue AS DOUBLE) END AS net_revenue,
  CASE
    WHEN then_event = 'order' AND min(is_shown) OVER so_far = 1 THEN CAST(sum(net_revenue) OVER so_far AS DOUBLE) / customers
  END AS net_revenue_per_customer,
  is_incomplete
FROM rows_of_both
WINDOW so_far AS (PARTITION BY first_event, then_event, period, cohort ORDER BY period_no)
ORDER BY first_event, then_event, period, cohort, period_no
