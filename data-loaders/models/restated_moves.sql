-- One row per mover who, a month before, was in another state than the newest release said. Private.
-- empty without: states_before
-- key: month, person_no
-- columns:
--   month      date     first day of the month of the move
--   person_no  integer  the customer
WITH movers AS (
  SELECT v.month, v.person_no, v.from_segment, b.month AS origin_month
  FROM moves v
  JOIN months_before b ON b.month = v.month - INTERVAL '1' MONTH
  WHERE v.cause NOT IN ('first_seen', 'entered', 'left')
),
stays AS (
  SELECT customer_id, segment, since, lead(since) OVER (PARTITION BY customer_id ORDER BY since) AS until
  FROM states_before
),
people AS (
  SELECT a.customer_id, a.person_no, a.customer_id = p.customer_id AS is_anchor
  FROM account_persons a
  JOIN persons p ON p.person_no = a.person_no
)
SELECT v.month, v.person_no
FROM movers v
JOIN people a ON a.person_no = v.person_no
LEFT JOIN stays s ON s.customer_id = a.customer_id AND s.since <= v.origin_month AND coalesce(s.until, DATE '9999-01-01') > v.origin_month
GROUP BY v.month, v.person_no, v.from_segment
-- Of several who are one person now, the one whose anchor is left speaks; without a word from that one, the first of the others.
HAVING v.from_segment <> coalesce(max(CASE WHEN a.is_anchor THEN s.segment END), min_by(s.segment, s.customer_id), 'unknown')
