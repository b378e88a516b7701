-- One row per subscription.
-- view
SELECT
  subscription_id,
  customer_id,
  plan,
  started_on,
  ended_on,
  monthly_fee,
  end_reason
FROM source_subscriptions
