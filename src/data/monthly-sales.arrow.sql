-- One row per month: what the shop sold, guests included.
-- key: month
-- columns:
--   month          date     first day of the month
--   net_revenue    number   lines − discounts − cancelled − returned, a return counting in its own month, in the reporting currency
--   gross_revenue  number   lines − discounts, in the reporting currency
--   orders         integer  orders that count
--   customers      integer  customers with an order, guests left out
--   new_customers  integer  customers whose first order fell into the month
-- checks:
--   new customers are customers: new_customers <= customers
SELECT
  month,
  CAST(net_revenue AS DOUBLE) AS net_revenue,
  CAST(gross_revenue AS DOUBLE) AS gross_revenue,
  order_count AS orders,
  customers,
  new_customers
FROM monthly_sales
ORDER BY month
