-- One row per order, for shops whose lines do not carry the order's own fields.
-- view
SELECT
  order_id,
  customer_id,
  ordered_at,
  city,
  channel,
  payment_method,
  coupon_code,
  contact_email,
  contact_phone,
  card_token
FROM source_orders
