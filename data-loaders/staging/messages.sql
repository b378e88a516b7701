-- One row per message and recipient.
-- view
SELECT
  message_id,
  customer_id,
  campaign_id,
  channel,
  message_type,
  sent_at
FROM source_messages
