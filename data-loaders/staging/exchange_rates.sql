-- One row per day and currency.
-- view
SELECT
  day,
  upper(currency) AS currency,
  rate
FROM source_exchange_rates
