-- One row per ordinal, kind and length of the gaps that follow orders: up to the customer's next order, or up to the last day
-- of data where there is none.
-- key: order_no, is_completed, gap_days, observed_days
-- columns:
--   order_no       integer  which of the customer's orders opens the gap, 1 the first; 10: the tenth and every later one
--   is_completed   boolean  another order ended it
--   gap_days       integer  days to the next order, 0 on the same day; to the last day of data where there is none
--   observed_days  integer  days from the order to the last day of data; of completed gaps at most 90 more than gap_days
--   gaps           integer  how many there are
-- checks:
--   a gap ends before the data do: gap_days >= 0 AND gap_days <= observed_days
--   every buyer has one open gap: SELECT * FROM (SELECT sum(gaps) AS open_gaps FROM checked_order_gaps WHERE NOT is_completed) g CROSS JOIN (SELECT count(first_order_on) AS buyers FROM persons) p WHERE g.open_gaps <> p.buyers
WITH measured AS (
  SELECT
    least(order_no, 10) AS order_no,
    next_on IS NOT NULL AS is_completed,
    date_diff('day', ordered_on, coalesce(next_on, $last_day)) AS gap_days,
    -- Nobody asks what was seen more than 90 days after a gap's end; so most gaps of one length are one row.
    least(date_diff('day', ordered_on, $last_day), date_diff('day', ordered_on, coalesce(next_on, $last_day)) + 90) AS observed_days
  FROM purchases
)
SELECT order_no, is_completed, gap_days, observed_days, count(*) AS gaps
FROM measured
GROUP BY order_no, is_completed, gap_days, observed_days
ORDER BY order_no, is_completed, gap_days, observed_days
