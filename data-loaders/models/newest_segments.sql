-- One row per customer known at the end of the newest month: the state they are in.
-- view
SELECT person_no, segment
FROM rfm_snapshots
WHERE month = month_of($last_day)
