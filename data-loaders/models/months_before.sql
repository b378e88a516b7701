-- One row per month of which the newest release tells what state everybody was in, under the definitions that hold now:
-- private state (docs/releases.md), put in place of this query where a release is made and there is any.
-- key: month
-- columns:
--   month  date  first day of a month that was over then
SELECT CAST(NULL AS DATE) AS month
WHERE false
