-- One row per campaign, customer and step.
-- view
SELECT
  campaign_id,
  customer_id,
  arm,
  coalesce(step, 1) AS step,
  offer_id,
  assigned_at
FROM source_campaign_assignments
