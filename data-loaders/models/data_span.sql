-- One row: the first and the last day of data; none where no order counts.
-- key: first_day
-- columns:
--   first_day  date  day of the oldest order that counts
--   last_day   date  the configured day, else the day of the newest order that counts
SELECT min(ordered_on) AS first_day, coalesce($as_of, max(ordered_on)) AS last_day
FROM orders
WHERE is_counted
HAVING count(*) > 0
