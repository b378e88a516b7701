-- One row per delivery.
-- view
SELECT
  order_id,
  trim(carrier) AS carrier,
  region,
  city,
  shipped_on,
  promised_on,
  actual_on
FROM source_deliveries
