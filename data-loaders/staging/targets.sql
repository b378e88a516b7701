-- One row per month and metric.
-- view
SELECT
  month_of(month) AS month,
  metric,
  value
FROM source_targets
