-- One row per order: who, when, where and for how much; returns are no orders.
-- key: order_id
-- columns:
--   order_id        text       the shop's number of the order
--   customer_id     text?      the customer's number; null for a guest
--   guest_id        text?      account of a guest who left an e-mail, a phone or a card
--   ordered_at      timestamp  time of the order in the shop's time zone
--   ordered_on      date       its day
--   city            text?      city of delivery
--   channel         text?      where it was placed
--   line_count      integer    lines
--   units           integer?   units that were sold and not cancelled, fees left out; null where none are told
--   gross_revenue   money      lines − discounts
--   net_sales       money      lines − discounts − cancelled lines, before returns
--   is_counted      boolean    has a line with a positive amount that is not cancelled
WITH cancelled_orders AS (
  SELECT DISTINCT order_id FROM cancellations WHERE line_no IS NULL
),
cancelled_lines AS (
  SELECT DISTINCT order_id, line_no FROM cancellations WHERE line_no IS NOT NULL
),
lines AS (
  SELECT
    l.order_id, l.customer_id, l.ordered_at, l.city, l.channel, l.net_amount,
    CASE WHEN l.net_amount > 0 AND NOT l.is_fee THEN l.quantity END AS units,
    l.is_cancelled OR o.order_id IS NOT NULL OR c.order_id IS NOT NULL AS is_cancelled
  FROM order_lines l
  LEFT JOIN cancelled_orders o ON o.order_id = l.order_id
  LEFT JOIN cancelled_lines c ON c.order_id = l.order_id AND c.line_no = l.line_no
  WHERE NOT l.is_return
),
summed AS (
  SELECT
    order_id,
    min(customer_id) AS customer_id,
    min(ordered_at) AS ordered_at,
    min(city) AS city,
    min(channel) AS channel,
    count(*) AS line_count,
    CAST(sum(CASE WHEN NOT is_cancelled THEN units END) AS BIGINT) AS units,
    CAST(sum(net_amount) AS DECIMAL(18, 4)) AS gross_revenue,
    CAST(sum(CASE WHEN is_cancelled THEN 0 ELSE net_amount END) AS DECIMAL(18, 4)) AS net_sales,
    max(CASE WHEN net_amount > 0 AND NOT is_cancelled THEN 1 ELSE 0 END) = 1 AS is_counted
  FROM lines
  GROUP BY order_id
)
SELECT
  s.order_id,
  coalesce(h.customer_id, s.customer_id) AS customer_id,
  CASE
    WHEN coalesce(h.customer_id, s.customer_id) IS NULL AND coalesce(h.contact_email, h.contact_phone, h.card_token) IS NOT NULL
      THEN concat('guest:', s.order_id)
  END AS guest_id,
  coalesce(h.ordered_at, s.ordered_at) AS ordered_at,
  CAST(coalesce(h.ordered_at, s.ordered_at) AS DATE) AS ordered_on,
  coalesce(h.city, s.city) AS city,
  coalesce(h.channel, s.channel) AS channel,
  s.line_count,
  s.units,
  s.gross_revenue,
  s.net_sales,
  s.is_counted
FROM summed s
LEFT JOIN order_heads h ON h.order_id = s.order_id
WHERE $as_of IS NULL OR CAST(coalesce(h.ordered_at, s.ordered_at) AS DATE) <= $as_of
