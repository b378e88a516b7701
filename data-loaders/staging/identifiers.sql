-- One row per account and identifier, as typed.
-- view
SELECT
  customer_id,
  kind,
  trim(value) AS value,
  channel,
  seen_on
FROM source_identifiers
