-- One row per month, state and previous state (null: whichever): how long the people in it have been there, and how long those
-- had been there who left it in the month. Time is counted in month ends in a row, from the first one of the data.
-- key: month, segment, previous_segment
-- columns:
--   month                  date     first day of the month
--   segment                text     segment or pool state
--   previous_segment       text?    the last other state; unknown: none, or before the first month of data; null: whichever
--   customers              integer  people in the state at the end of the month
--   customers_from_start   integer  those of them who have been in it since the first month of data, or longer
--   mean_months            number?  their month ends in the state so far, this one included, on average; null: nobody is in it
--   median_months          number?  the same, of the one in the middle
--   leavers                integer  people who were in it a month before and are not now
--   leavers_mean_months    number?  the month ends that those had spent there, on average; null: nobody left
--   leavers_median_months  number?  the same, of the one in the middle
-- checks:
--   everybody in a state has been there for some time: SELECT s.month, s.segment FROM segment_sizes s LEFT JOIN published_segment_tenure t ON t.month = s.month AND t.segment = s.segment AND t.previous_segment IS NULL WHERE s.customers <> coalesce(t.customers, 0)
--   previous states add up: SELECT month, segment FROM published_segment_tenure GROUP BY month, segment HAVING sum(CASE WHEN previous_segment IS NULL THEN customers + leavers ELSE -customers - leavers END) <> 0
WITH steps AS (
  SELECT
    month,
    from_segment,
    to_segment,
    coalesce(lag(month) OVER (PARTITION BY person_no ORDER BY month), month_of($first_day)) AS since,
    coalesce(lag(from_segment) OVER (PARTITION BY person_no ORDER BY month), 'unknown') AS previous_segment
  FROM moves
),
left_it AS (
  SELECT from_segment AS segment, previous_segment, since, month AS until, count(*) AS customers
  FROM steps
  WHERE from_segment <> 'unknown'
  GROUP BY 1, 2, 3, 4
),
came AS (
  SELECT to_segment AS segment, from_segment AS previous_segment, month AS since, count(*) AS customers
  FROM moves
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT segment, 'unknown', month, customers
  FROM segment_sizes
  WHERE month = month_of($first_day) AND customers > 0
),
-- Who came, and who of them left again by when.
changes AS (
  SELECT segment, previous_segment, since, since AS month, customers FROM came
  UNION ALL
  SELECT segment, previous_segment, since, until, -customers FROM left_it
),
spells AS (
  SELECT 'in' AS kind, m.month, c.segment, c.previous_segment, c.since, sum(c.customers) AS customers
  FROM months m
  JOIN changes c ON c.month <= m.month
  GROUP BY 1, 2, 3, 4, 5
  HAVING sum(c.customers) > 0
  UNION ALL
  SELECT 'left', until, segment, previous_segment, since, customers
  FROM left_it
),
timed AS (
  SELECT
    kind,
    month,
    segment,
    previous_segment,
    year(month) * 12 + month(month) - year(since) * 12 - month(since) + CASE WHEN kind = 'in' THEN 1 ELSE 0 END AS months,
    CASE WHEN since = month_of($first_day) THEN customers ELSE 0 END AS from_start,
    customers
  FROM spells
),
grouped AS (
  SELECT kind, month, segment, previous_segment, months, sum(customers) AS customers, sum(from_start) AS from_start
  FROM timed
  GROUP BY GROUPING SETS ((kind, month, segment, previous_segment, months), (kind, month, segment, months))
),
ranked AS (
  SELECT
    *,
    sum(customers) OVER (PARTITION BY kind, month, segment, previous_segment ORDER BY months) AS so_far,
    sum(customers) OVER (PARTITION BY kind, month, segment, previous_segment) AS total
  FROM grouped
),
measured AS (
  SELECT
    kind,
    month,
    segment,
    previous_segment,
    CAST(sum(customers) AS BIGINT) AS customers,
    CAST(sum(from_start) AS BIGINT) AS from_start,
    CAST(sum(customers * months) AS DOUBLE) / CAST(sum(customers) AS DOUBLE) AS mean_months,
    CAST(min(CASE WHEN 2 * so_far >= total THEN months END) + min(CASE WHEN 2 * so_far > total THEN months END) AS DOUBLE) / 2 AS median_months
  FROM ranked
  GROUP BY 1, 2, 3, 4
)
SELECT
  month,
  segment,
  previous_segment,
  coalesce(max(CASE WHEN kind = 'in' THEN customers END), 0) AS customers,
  coalesce(max(CASE WHEN kind = 'in' THEN from_start END), 0) AS customers_from_start,
  max(CASE WHEN kind = 'in' THEN mean_months END) AS mean_months,
  max(CASE WHEN kind = 'in' THEN median_months END) AS median_months,
  coalesce(max(CASE WHEN kind = 'left' THEN customers END), 0) AS leavers,
  max(CASE WHEN kind = 'left' THEN mean_months END) AS leavers_mean_months,
  max(CASE WHEN kind = 'left' THEN median_months END) AS leavers_median_months
FROM measured
GROUP BY month, segment, previous_segment
ORDER BY month, segment, previous_segment
