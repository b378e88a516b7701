-- One row per customer, kind of event and day: what else a customer did or met. Private.
-- key: person_no, event, day
-- empty without: source_web_events, source_message_events, source_calls, source_tickets, source_deliveries, source_returns, source_order_lines.is_return
-- columns:
--   person_no  integer  the customer
--   event      text     visit, open, unsubscribe, complaint, return, late_delivery or very_late_delivery (more than five days)
--   day        date     its day; of a late delivery the first day on which it was so late
WITH happened AS (
  SELECT coalesce(a.person_no, v.person_no) AS person_no, 'visit' AS event, CAST(w.occurred_at AS DATE) AS day
  FROM web_events w
  LEFT JOIN account_persons a ON a.customer_id = w.customer_id
  LEFT JOIN identity_visitors v ON v.anonymous_id = w.anonymous_id
  UNION ALL
  SELECT a.person_no, e.event, CAST(e.occurred_at AS DATE)
  FROM message_events e
  LEFT JOIN messages m ON m.message_id = e.message_id
  JOIN account_persons a ON a.customer_id = coalesce(e.customer_id, m.customer_id)
  WHERE e.event IN ('open', 'unsubscribe', 'complaint')
  UNION ALL
  SELECT a.person_no, 'complaint', CAST(c.opened_at AS DATE)
  FROM calls c
  JOIN account_persons a ON a.customer_id = c.customer_id
  WHERE c.reason = 'complaint' AND coalesce(c.direction, 'inbound') = 'inbound'
  UNION ALL
  SELECT a.person_no, 'complaint', CAST(t.opened_at AS DATE)
  FROM tickets t
  JOIN account_persons a ON a.customer_id = t.customer_id
  WHERE t.reason = 'complaint'
  UNION ALL
  SELECT a.person_no, 'return', r.returned_on
  FROM return_lines r
  JOIN account_persons a ON a.customer_id = r.account_id
  UNION ALL
  SELECT a.person_no, t.event, CAST(d.promised_on + INTERVAL '1' DAY * t.days AS DATE)
  FROM deliveries d
  JOIN orders o ON o.order_id = d.order_id
  JOIN account_persons a ON a.customer_id = coalesce(o.customer_id, o.guest_id)
  JOIN (VALUES ('late_delivery', 1), ('very_late_delivery', 6)) AS t (event, days)
    ON coalesce(d.actual_on, DATE '9999-01-01') >= d.promised_on + INTERVAL '1' DAY * t.days
)
SELECT DISTINCT person_no, event, day
FROM happened
WHERE person_no IS NOT NULL AND day IS NOT NULL AND day <= $last_day
ORDER BY person_no, event, day
