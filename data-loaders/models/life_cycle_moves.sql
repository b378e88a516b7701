-- One row per month and pair of life-cycle states that somebody was in a month before and is in now.
-- each: month
-- key: month, from_state, to_state
-- reads: rfm_snapshots -1..0
-- columns:
--   month       date     first day of the month
--   from_state  text?    state a month before; null: not known then
--   to_state    text     state now
--   customers   integer  people
SELECT n.month, b.life_cycle AS from_state, n.life_cycle AS to_state, count(*) AS customers
FROM (
  SELECT month, CAST(month - INTERVAL '1' MONTH AS DATE) AS origin_month
  FROM snapshot_months
  WHERE month > month_of($first_day)
) m
JOIN rfm_snapshots n ON n.month = m.month
LEFT JOIN rfm_snapshots b ON b.person_no = n.person_no AND b.month = m.origin_month
GROUP BY 1, 2, 3
