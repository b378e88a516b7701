-- One row per offer.
-- view
SELECT
  offer_id,
  trim(name) AS name,
  type,
  threshold,
  value,
  currency
FROM source_offers
