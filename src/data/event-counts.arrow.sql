-- One row per kind of event, span of days up to the last day of data and number of events: how many customers had so many.
-- key: event, span_days, events
-- columns:
--   event      text     order, visit or open (days with a visit, or an opened message)
--   span_days  integer  90 or 365 days; 0: ever
--   events     integer  how many, from 1
--   customers  integer  people with that many; with that many or more where is_open
--   is_open    boolean  the last class of its span: the twelfth, or beyond it are too few people
-- checks:
--   no class stands for too few beyond it: NOT is_open OR customers >= $min_customers OR events = 1
WITH happened AS (
  SELECT 'order' AS event, person_no, ordered_on AS day FROM purchases
  UNION ALL
  SELECT event, person_no, day FROM customer_events WHERE event IN ('visit', 'open')
),
people AS (
  SELECT
    event,
    person_no,
    least(count(*), 12) AS ever,
    least(count(*) FILTER (WHERE day > $last_day - INTERVAL '365' DAY), 12) AS year,
    least(count(*) FILTER (WHERE day > $last_day - INTERVAL '90' DAY), 12) AS quarter
  FROM happened
  GROUP BY event, person_no
),
classes AS (
  SELECT event, ever, year, quarter, count(*) AS customers
  FROM people
  GROUP BY event, ever, year, quarter
),
counted AS (
  SELECT
    c.event,
    s.span_days,
    CASE s.span_days WHEN 0 THEN c.ever WHEN 365 THEN c.year ELSE c.quarter END AS events,
    sum(c.customers) AS customers
  FROM classes c
  CROSS JOIN (VALUES (0), (365), (90)) AS s (span_days)
  GROUP BY 1, 2, 3
),
ranked AS (
  SELECT
    *,
    sum(customers) OVER (PARTITION BY event, span_days ORDER BY events DESC) AS at_least
  FROM counted
  WHERE events > 0
),
kept AS (
  SELECT
    *,
    events = max(events) OVER (PARTITION BY event, span_days) AS is_last
  FROM ranked
  WHERE at_least >= $min_customers OR events = 1
)
SELECT
  event,
  span_days,
  events,
  CAST(CASE WHEN is_last THEN at_least ELSE customers END AS BIGINT) AS customers,
  is_last AND (events = 12 OR at_least > customers) AS is_open
FROM kept
ORDER BY event, span_days, events
