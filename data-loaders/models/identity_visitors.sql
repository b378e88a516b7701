-- One row per browser or device whose visitor is one known person: private.
-- key: anonymous_id
-- columns:
--   anonymous_id  text     the browser or device
--   person_no     integer  who it is, also on the visits before it was known
SELECT w.anonymous_id, min(a.person_no) AS person_no
FROM web_events w
JOIN account_persons a ON a.customer_id = w.customer_id
WHERE w.anonymous_id IS NOT NULL AND CAST(w.occurred_at AS DATE) <= $last_day
GROUP BY w.anonymous_id
HAVING min(a.person_no) = max(a.person_no)
