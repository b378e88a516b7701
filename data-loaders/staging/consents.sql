-- One row per customer, channel and change of consent.
-- view
SELECT
  customer_id,
  channel,
  status,
  source,
  changed_on
FROM source_consents
