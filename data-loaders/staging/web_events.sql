-- One row per event on site or in the app.
-- view
SELECT
  event_id,
  occurred_at,
  event,
  session_id,
  anonymous_id,
  customer_id,
  channel,
  device,
  page,
  product_id,
  search_term,
  order_id,
  campaign_id
FROM source_web_events
