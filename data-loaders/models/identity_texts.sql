-- One row per identifier that an account gave, again for each source that has it: as typed, and in one spelling. What
-- spelling means: docs/definitions.md. Case is never folded by the Turkish rules, and İ and ı, which no address holds, are
-- read as the i that was meant. A phone in a plain Turkish format gets its spelling here, any other one in identity_phones.
-- empty without: source_customers.email, source_customers.phone, source_identifiers.value, source_orders.card_token
-- empty without: source_orders.contact_email, source_orders.contact_phone, source_web_events.anonymous_id
-- view
WITH typed AS (
  SELECT customer_id, false AS is_guest, 'email' AS kind, email AS text
  FROM customers
  WHERE email IS NOT NULL
  UNION ALL
  SELECT customer_id, false, 'phone', phone
  FROM customers
  WHERE phone IS NOT NULL
  UNION ALL
  SELECT customer_id, false, kind, value
  FROM identifiers
  WHERE seen_on IS NULL OR seen_on <= $last_day
  UNION ALL
  SELECT DISTINCT o.customer_id, false, 'card', h.card_token
  FROM order_heads h
  JOIN orders o ON o.order_id = h.order_id
  WHERE h.card_token IS NOT NULL AND o.customer_id IS NOT NULL AND o.ordered_on <= $last_day
  UNION ALL
  SELECT o.guest_id, true, 'email', h.contact_email
  FROM order_heads h
  JOIN orders o ON o.order_id = h.order_id
  WHERE h.contact_email IS NOT NULL AND o.guest_id IS NOT NULL AND o.ordered_on <= $last_day
  UNION ALL
  SELECT o.guest_id, true, 'phone', h.contact_phone
  FROM order_heads h
  JOIN orders o ON o.order_id = h.order_id
  WHERE h.contact_phone IS NOT NULL AND o.guest_id IS NOT NULL AND o.ordered_on <= $last_day
  UNION ALL
  SELECT o.guest_id, true, 'card', h.card_token
  FROM order_heads h
  JOIN orders o ON o.order_id = h.order_id
  WHERE h.card_token IS NOT NULL AND o.guest_id IS NOT NULL AND o.ordered_on <= $last_day
  UNION ALL
  SELECT DISTINCT customer_id, false, 'visitor', anonymous_id
  FROM web_events
  WHERE anonymous_id IS NOT NULL AND customer_id IS NOT NULL AND CAST(occurred_at AS DATE) <= $last_day
),
cleaned AS (
  SELECT
    customer_id,
    is_guest,
    kind,
    text,
    CASE
      WHEN kind = 'email' AND regexp_extract(text, '^[a-z0-9@._+-]+$') = text THEN text
      -- A blank, no-break or of no width, is in no address; neither is the dot that decomposed capitals leave above.
      WHEN kind = 'email' THEN replace(replace(replace(replace(replace(lower(text), 'ı', 'i'), ' ', ''), chr(160), ''), chr(8203), ''), chr(775), '')
      WHEN kind = 'phone' THEN translate(text, ' ()-./', '')
      WHEN kind = 'social' THEN replace(lower(trim(text)), '@', '')
      ELSE trim(text)
    END AS spelled
  FROM typed
)
SELECT
  customer_id,
  is_guest,
  kind,
  text,
  CASE
    WHEN kind = 'phone' THEN CASE
      WHEN $default_country = 'TR'
        THEN nullif(concat('+90', regexp_extract(spelled, '^(?:\+90|0090|90|0)?([2-58][0-9]{9})$', 1)), '+90')
    END
    -- One mailbox, says Google: dots do not count, nor does what follows a plus.
    WHEN kind = 'email' AND (spelled LIKE '%@gmail.com' OR spelled LIKE '%@googlemail.com')
      THEN concat(replace(split_part(split_part(spelled, '@', 1), '+', 1), '.', ''), '@gmail.com')
    ELSE spelled
  END AS value
FROM cleaned
