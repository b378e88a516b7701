-- One row per cohort (the customers whose first order fell into one month) and month since: who ordered again, how often and
-- for how much.
-- key: cohort, month_no
-- columns:
--   cohort                    date     first day of the month of the first order
--   month_no                  integer  months since, 0 the month of the first order itself
--   customers                 integer  size of the cohort
--   customers_on              integer  those who ordered in that month
--   customers_on_or_after     integer  those who ordered in that month or later, as far as is known
--   orders                    integer  their orders in the month
--   net_revenue               number?  their net revenue in the month, in the reporting currency; null: withheld, too few people
--   net_revenue_per_customer  number?  their net revenue from month 0 to this one by the size of the cohort; null from the first withheld month on
--   is_incomplete             boolean  the month is not over: the row belongs into no average
-- checks:
--   who orders in a month orders then or later: customers_on <= customers_on_or_after AND customers_on_or_after <= customers
--   everybody orders in month 0: month_no > 0 OR customers_on = customers
--   every order of a customer is in one row: SELECT * FROM (SELECT sum(orders) AS orders FROM published_cohorts) c CROSS JOIN (SELECT sum(order_count) AS orders FROM customer_months) m WHERE c.orders <> m.orders
WITH facts AS (
  SELECT
    month_of(p.first_order_on) AS cohort,
    m.month,
    count(*) FILTER (WHERE m.order_count > 0) AS customers_on,
    count(*) AS people,
    CAST(sum(m.order_count) AS BIGINT) AS orders,
    sum(m.net_revenue) AS net_revenue
  FROM customer_months m
  JOIN persons p ON p.person_no = m.person_no
  -- A return may come before the first order that the data know.
  WHERE m.month >= month_of(p.first_order_on)
  GROUP BY 1, 2
),
endings AS (
  SELECT month_of(p.first_order_on) AS cohort, month_of(m.last_order_on) AS month, count(*) AS customers
  FROM customer_months m
  JOIN persons p ON p.person_no = m.person_no
  WHERE m.next_month IS NULL AND p.first_order_on IS NOT NULL
  GROUP BY 1, 2
),
cells AS (
  SELECT
    f.cohort,
    m.month,
    m.is_partial,
    date_diff('month', f.cohort, m.month) AS month_no,
    f.customers_on AS customers,
    coalesce(x.customers_on, 0) AS customers_on,
    coalesce(e.customers, 0) AS ending_customers,
    coalesce(x.people, 0) AS people,
    coalesce(x.orders, 0) AS orders,
    coalesce(x.net_revenue, 0) AS net_revenue,
    -- The smallest cells of a month are withheld until together they stand for enough people.
    coalesce(sum(x.people) OVER (
      PARTITION BY m.month, x.people IS NULL
      ORDER BY x.people, f.cohort
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_people
  FROM facts f
  JOIN months m ON m.month >= f.cohort
  LEFT JOIN facts x ON x.cohort = f.cohort AND x.month = m.month
  LEFT JOIN endings e ON e.cohort = f.cohort AND e.month = m.month
  WHERE f.month = f.cohort
),
judged AS (
  SELECT
    *,
    people = 0 OR (people >= $min_customers AND (smaller_people = 0 OR smaller_people >= $min_customers)) AS is_shown
  FROM cells
)
SELECT
  cohort,
  month_no,
  customers,
  customers_on,
  CAST(sum(ending_customers) OVER (PARTITION BY cohort ORDER BY month_no DESC) AS BIGINT) AS customers_on_or_after,
  orders,
  CASE WHEN is_shown THEN CAST(net_revenue AS DOUBLE) END AS net_revenue,
  CASE
    WHEN min(CASE WHEN is_shown THEN 1 ELSE 0 END) OVER so_far = 1
    THEN CAST(sum(net_revenue) OVER so_far AS DOUBLE) / customers
  END AS net_revenue_per_customer,
  is_partial AS is_incomplete
FROM judged
WINDOW so_far AS (PARTITION BY cohort ORDER BY month_no)
ORDER BY cohort, month_no
