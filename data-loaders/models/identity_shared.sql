-- One row per account and identifier that it shares with others, numbered for the search: private.
-- empty without: identity_texts
-- key: account_no, value_no
-- columns:
--   account_no   integer  the account's place: anchors of the run before, then customers before guests, the earliest first
--   value_no     integer  the identifier's place: e-mail, phone, card, social account, browser
--   customer_id  text     the account
--   kind         text     email, phone, card, social or visitor
--   value        text     the identifier in its one spelling
--   sharers      integer  accounts that share it; guest orders with the same contact count as one
--   is_linking   boolean  no more than may share it
WITH given AS (
  SELECT customer_id, is_guest, kind, value, reason FROM identity_values
),
repeated AS (
  SELECT kind, value
  FROM given
  WHERE value IS NOT NULL
  GROUP BY kind, value
  HAVING min(customer_id) <> max(customer_id)
),
held AS (
  SELECT DISTINCT g.customer_id, g.kind, g.value
  FROM given g
  JOIN repeated r ON r.kind = g.kind AND r.value = g.value
  WHERE g.reason IS NULL
),
guests AS (
  SELECT customer_id, min(concat(CASE kind WHEN 'email' THEN '1 ' WHEN 'phone' THEN '2 ' ELSE '3 ' END, value)) AS contact
  FROM given
  WHERE is_guest AND reason IS NULL
  GROUP BY customer_id
),
members AS (
  SELECT
    h.kind,
    h.value,
    h.customer_id,
    coalesce(g.contact, h.customer_id) AS sharer,
    CASE WHEN b.account_id IS NULL THEN 1 ELSE 0 END AS no_anchor,
    a.is_guest,
    coalesce(a.registered_on, a.first_order_on, DATE '9999-12-31') AS known_on,
    a.source_no
  FROM held h
  JOIN accounts a ON a.customer_id = h.customer_id
  LEFT JOIN identity_before b ON b.account_id = h.customer_id AND b.anchor_id = h.customer_id
  LEFT JOIN guests g ON g.customer_id = h.customer_id
),
counted AS (
  SELECT
    kind,
    value,
    count(DISTINCT sharer) AS sharers,
    row_number() OVER (
      ORDER BY CASE kind WHEN 'email' THEN 1 WHEN 'phone' THEN 2 WHEN 'card' THEN 3 WHEN 'social' THEN 4 ELSE 5 END, value) AS value_no
  FROM members
  GROUP BY kind, value
  HAVING count(*) > 1
)
SELECT
  dense_rank() OVER (ORDER BY m.no_anchor, m.is_guest, m.known_on, m.source_no, m.customer_id) AS account_no,
  c.value_no,
  m.customer_id,
  m.kind,
  m.value,
  c.sharers,
  c.sharers <= $max_accounts_per_identifier AS is_linking
FROM members m
JOIN counted c ON c.kind = m.kind AND c.value = m.value
