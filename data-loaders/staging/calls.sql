-- One row per call.
-- view
SELECT
  call_id,
  customer_id,
  order_id,
  direction,
  reason,
  opened_at,
  answered_at,
  closed_at
FROM source_calls
