-- One row per customer of the newest release and month from which on the state was another one: private state
-- (docs/releases.md), put in place of this query where a release is made and there is any.
-- key: customer_id, since
-- columns:
--   customer_id  text  the person's anchor then
--   since        date  first day of the first month
--   segment      text  segment, or lapsed, outside, prospect
SELECT CAST(NULL AS VARCHAR) AS customer_id, CAST(NULL AS DATE) AS since, CAST(NULL AS VARCHAR) AS segment
WHERE false
