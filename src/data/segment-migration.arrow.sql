-- One row per month, horizon and ordered pair of states: how many people moved from one to the other.
-- key: month, horizon_months, from_segment, to_segment
-- columns:
--   month             date     first day of the month of the later snapshot
--   horizon_months    integer  months between the two snapshots: 1, 3, 6 or 12
--   from_segment      text     state at the earlier snapshot; unknown: not known then
--   to_segment        text     state at the later snapshot
--   customers         integer  people
--   share_of_origin   number?  their share of all who were in the earlier state, 0 to 1; null where nobody was
--   revenue_at_stake  number?  their net revenue in the window of the earlier snapshot, in the reporting currency; null: withheld, too few people
--   is_impossible     boolean  the recency edges rule the move out within the horizon
-- checks:
--   an impossible move is never made: NOT (is_impossible AND customers > 0)
--   rows add up to the earlier sizes: SELECT m.month, m.horizon_months, m.from_segment FROM published_segment_migration m JOIN segment_sizes s ON s.month = m.month - INTERVAL '1' MONTH * m.horizon_months AND s.segment = m.from_segment GROUP BY 1, 2, 3 HAVING sum(m.customers) <> max(s.customers)
--   columns add up to the later sizes: SELECT m.month, m.horizon_months, m.to_segment FROM published_segment_migration m JOIN segment_sizes s ON s.month = m.month AND s.segment = m.to_segment GROUP BY 1, 2, 3 HAVING sum(m.customers) <> max(s.customers)
SELECT
  month,
  horizon_months,
  from_segment,
  to_segment,
  customers,
  CASE WHEN origin_customers > 0 THEN CAST(customers AS DOUBLE) / origin_customers END AS share_of_origin,
  CASE WHEN NOT is_money_withheld THEN CAST(revenue_at_stake AS DOUBLE) END AS revenue_at_stake,
  is_impossible
FROM migration_cells
ORDER BY month, horizon_months, from_segment, to_segment
