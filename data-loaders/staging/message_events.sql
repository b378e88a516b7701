-- One row per message and event.
-- view
SELECT
  message_id,
  customer_id,
  channel,
  event,
  occurred_at
FROM source_message_events
