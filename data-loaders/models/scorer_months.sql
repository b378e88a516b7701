-- One row per customer and month with an order or a return: what the scorer needs of customer_months.
-- view
SELECT
  month,
  person_no,
  order_count,
  net_revenue,
  order_count_to_date,
  net_revenue_to_date,
  last_order_on,
  CAST(NULL AS VARCHAR) AS city,
  CAST(NULL AS VARCHAR) AS channel,
  next_month
FROM customer_months
