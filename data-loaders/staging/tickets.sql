-- One row per ticket.
-- view
SELECT
  ticket_id,
  customer_id,
  order_id,
  source,
  reason,
  opened_at,
  answered_at,
  closed_at
FROM source_tickets
