-- One row per group of the newest month (who slid in it; everybody in a segment that slides lead to) and band of the
-- probability of not having left for good: how many, and what may still be expected of them. None without a model.
-- key: kind, band
-- columns:
--   kind                            text     slid: slid in the newest month; there: is in a segment that slides lead to
--   band                            integer  1: a probability of 0.8 or more, 2: of 0.5, 3: of 0.2, 4: less
--   customers                       integer  customers
--   expected_purchases_6_months     number?  purchases to be expected in the next 6 months; null: withheld, too few people
--   predicted_net_revenue_6_months  number?  what they are worth today, in the reporting currency; null: withheld, too few people
WITH people AS (
  SELECT 'there' AS kind, s.person_no
  FROM newest_segments s
  JOIN slide_ends e ON e.segment = s.segment AND e.side = 'to'
  UNION ALL
  SELECT 'slid', person_no
  FROM slides
  WHERE month = month_of($last_day)
),
banded AS (
  SELECT
    p.kind,
    CASE
      WHEN v.alive_probability >= 0.8 THEN 1
      WHEN v.alive_probability >= 0.5 THEN 2
      WHEN v.alive_probability >= 0.2 THEN 3
      ELSE 4
    END AS band,
    v.expected_purchases_6_months,
    v.predicted_net_revenue_6_months
  FROM people p
  JOIN customer_values v ON v.person_no = p.person_no
  WHERE v.alive_probability IS NOT NULL
),
bands AS (
  SELECT
    kind,
    band,
    count(*) AS customers,
    sum(CAST(expected_purchases_6_months AS DECIMAL(18, 6))) AS expected_purchases_6_months,
    sum(predicted_net_revenue_6_months) AS predicted_net_revenue_6_months
  FROM banded
  GROUP BY kind, band
),
judged AS (
  SELECT
    *,
    -- The smallest cells are withheld until together they stand for enough people.
    coalesce(sum(customers) OVER (PARTITION BY kind ORDER BY customers, band ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM bands
)
SELECT
  kind,
  band,
  customers,
  CASE WHEN customers >= $min_customers AND (smaller_customers = 0 OR smaller_customers >= $min_customers)
    THEN CAST(expected_purchases_6_months AS DOUBLE) END AS expected_purchases_6_months,
  CASE WHEN customers >= $min_customers AND (smaller_customers = 0 OR smaller_customers >= $min_customers)
    THEN CAST(predicted_net_revenue_6_months AS DOUBLE) END AS predicted_net_revenue_6_months
FROM judged
ORDER BY kind, band
