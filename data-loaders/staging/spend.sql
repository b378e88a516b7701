-- One row per day and acquisition channel.
-- view
SELECT
  day,
  channel,
  amount
FROM source_spend
