-- One row per account and identifier that it shares with others, numbered for the search: private.
-- key: account_no, value_no
-- columns:
--   account_no   integer  the account's place: customers before guests, the earliest registered first
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
counted AS (
  SELECT h.kind, h.value, count(DISTINCT coalesce(g.contact, h.customer_id)) AS sharers
  FROM held h
  JOIN accounts a ON a.customer_id = h.customer_id
  LEFT JOIN guests g ON g.customer_id = h.customer_id
  GROUP BY h.kind, h.value
  HAVING count(*) > 1
)
SELECT
  dense_rank() OVER (
    ORDER BY a.is_guest, coalesce(a.registered_on, a.first_order_on, DATE '9999-12-31'), a.source_no, h.customer_id) AS account_no,
  dense_rank() OVER (
    ORDER BY CASE h.kind WHEN 'email' THEN 1 WHEN 'phone' THEN 2 WHEN 'card' THEN 3 WHEN 'social' THEN 4 ELSE 5 END, h.value) AS value_no,
  h.customer_id,
  h.kind,
  h.value,
  c.sharers,
  c.sharers <= $max_accounts_per_identifier AS is_linking
FROM held h
JOIN accounts a ON a.customer_id = h.customer_id
JOIN counted c ON c.kind = h.kind AND c.value = h.value
