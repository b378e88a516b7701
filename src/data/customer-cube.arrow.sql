-- One row per month, attribute value and state (null: all states), for exploration; small values are folded into other.
-- key: month, dimension, value, segment
-- columns:
--   month        date     first day of the month
--   dimension    text     city, channel, gender, age_band, acquisition_source or favourite_category
--   value        text     the customer's value at the snapshot; other: small values together
--   segment      text?    segment or pool state; null: all of them
--   customers    integer  people
--   orders       integer  their orders in the month
--   net_revenue  number   their net revenue in the month, in the reporting currency
-- checks:
--   no cell stands for too few people: customers >= $min_customers
SELECT month, dimension, value, segment, customers, orders, net_revenue
FROM customer_cube
WHERE from_segment IS NULL
ORDER BY month, dimension, value, segment
