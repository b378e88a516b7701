-- One row per month, attribute value and ordered pair of states a month apart (to_segment null: whichever), for exploration;
-- small values are folded into other.
-- key: month, dimension, value, from_segment, to_segment
-- columns:
--   month             date     first day of the month of the later snapshot
--   dimension         text     city, channel, gender, age_band, acquisition_source or favourite_category
--   value             text     the customer's value at the later snapshot; other: small values together
--   from_segment      text     state at the earlier snapshot; unknown: not known then
--   to_segment        text?    state at the later snapshot; null: whichever
--   customers         integer  people
--   revenue_at_stake  number?  of who moved, their net revenue in the window of the earlier snapshot, in the reporting currency; null: they stayed, or withheld
-- checks:
--   no cell stands for too few people: customers >= $min_customers
--   a flow's cells add up to the flow: SELECT c.month, c.dimension, c.from_segment, c.to_segment FROM published_flow_cube c JOIN migrations m ON m.month = c.month AND m.horizon_months = 1 AND m.from_segment = c.from_segment AND m.to_segment = c.to_segment GROUP BY 1, 2, 3, 4 HAVING sum(c.customers) <> max(m.customers)
SELECT
  c.month,
  c.dimension,
  c.value,
  c.from_segment,
  c.segment AS to_segment,
  c.customers,
  CASE WHEN NOT m.is_money_withheld THEN c.revenue_at_stake END AS revenue_at_stake
FROM customer_cube c
LEFT JOIN migration_cells m ON m.month = c.month AND m.horizon_months = 1 AND m.from_segment = c.from_segment AND m.to_segment = c.segment
WHERE c.from_segment IS NOT NULL
ORDER BY c.month, c.dimension, c.value, c.from_segment, c.segment
