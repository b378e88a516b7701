-- One row per cohort, the customers whose first purchase fell into one month: worth so far, and what is expected of them.
-- key: cohort
-- columns:
--   cohort                           date     first day of the month of the first purchase
--   customers                        integer  customers
--   net_revenue                      number?  net revenue to date, in the reporting currency; null: withheld, too few people
--   likely_alive                     integer? customers with a probability of at least one half of not having left; null: no model
--   expected_purchases_12_months     number?  purchases to be expected in the next 12 months; null: no model, or withheld
--   predicted_net_revenue_6_months   number?  what those of the next 6 months are worth today; null: no model, or withheld
--   predicted_net_revenue_12_months  number?  the same of 12 months
-- checks:
--   every buyer is in one cohort: SELECT * FROM (SELECT sum(customers) AS customers FROM published_cohort_values) c CROSS JOIN (SELECT count(*) AS buyers FROM purchase_histories) h WHERE c.customers <> h.buyers
WITH cohorts AS (
  SELECT
    month_of(first_on) AS cohort,
    count(*) AS customers,
    sum(net_revenue) AS net_revenue,
    CASE WHEN count(alive_probability) > 0 THEN count(*) FILTER (WHERE alive_probability >= 0.5) END AS likely_alive,
    sum(CAST(expected_purchases_12_months AS DECIMAL(18, 6))) AS expected_purchases_12_months,
    sum(predicted_net_revenue_6_months) AS predicted_net_revenue_6_months,
    sum(predicted_net_revenue_12_months) AS predicted_net_revenue_12_months
  FROM customer_values
  GROUP BY 1
),
judged AS (
  SELECT
    *,
    -- The smallest cells are withheld until together they stand for enough people.
    coalesce(sum(customers) OVER (ORDER BY customers, cohort ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_customers
  FROM cohorts
),
shown AS (
  SELECT *, customers >= $min_customers AND (smaller_customers = 0 OR smaller_customers >= $min_customers) AS is_shown
  FROM judged
)
SELECT
  cohort,
  customers,
  CASE WHEN is_shown THEN CAST(net_revenue AS DOUBLE) END AS net_revenue,
  likely_alive,
  CASE WHEN is_shown THEN CAST(expected_purchases_12_months AS DOUBLE) END AS expected_purchases_12_months,
  CASE WHEN is_shown THEN CAST(predicted_net_revenue_6_months AS DOUBLE) END AS predicted_net_revenue_6_months,
  CASE WHEN is_shown THEN CAST(predicted_net_revenue_12_months AS DOUBLE) END AS predicted_net_revenue_12_months
FROM shown
ORDER BY cohort
