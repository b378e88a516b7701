-- One row per campaign.
-- view
SELECT
  campaign_id,
  trim(name) AS name,
  programme,
  goal,
  message_type,
  channel,
  offer_id,
  audience,
  starts_on,
  ends_on,
  budget,
  cost,
  coalesce(has_control, false) AS has_control
FROM source_campaigns
