-- One row per month, both ends, path and cause of a slide: how many people took it.
-- key: month, from_segment, to_segment, path, cause
-- columns:
--   month             date     first day of the month in which the slide ended
--   from_segment      text     the segment it began in
--   to_segment        text     the segment it ended in
--   path              text     the states between them, in order
--   cause             text     why the last step was taken: entered, thresholds, behaviour or ageing
--   customers         integer  people
--   revenue_at_stake  number?  their net revenue in the window where the slide began, in the reporting currency; null: withheld, too few people
-- checks:
--   somebody took each: customers > 0
WITH cells AS (
  SELECT month, from_segment, to_segment, path, cause, count(*) AS customers, sum(revenue_at_stake) AS revenue_at_stake
  FROM slides
  GROUP BY month, from_segment, to_segment, path, cause
),
ranked AS (
  SELECT
    *,
    -- The smallest cells of a month are withheld until together they stand for enough people. What only the scale moved is
    -- apart, because the trend shows the money of all others.
    coalesce(sum(customers) OVER (
      PARTITION BY month, cause = 'thresholds'
      ORDER BY customers, from_segment, to_segment, path, cause
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM cells
)
SELECT
  month,
  from_segment,
  to_segment,
  path,
  cause,
  customers,
  CASE WHEN customers >= $min_customers AND (smaller_customers = 0 OR smaller_customers >= $min_customers)
    THEN CAST(revenue_at_stake AS DOUBLE) END AS revenue_at_stake
FROM ranked
ORDER BY month, from_segment, to_segment, path, cause
