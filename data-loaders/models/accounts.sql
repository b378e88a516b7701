-- One row per account: a customer number, or the order of a guest who left an e-mail, a phone or a card.
-- key: customer_id
-- columns:
--   customer_id         text     the customer's number; a guest's is guest:<order number>
--   is_guest            boolean  an order without a customer number
--   source_no           integer  where it is known from: 1 register, 2 orders, 3 identifiers, 4 a guest's order
--   registered_on       date?    day of registration, else the first day on which one of its identifiers was seen
--   first_order_on      date?    day of its first order that counts
--   gender              text?    as registered
--   birth_year          integer? as registered
--   city                text?    city of residence
--   acquisition_source  text?    where the account was won
WITH buyers AS (
  SELECT customer_id, min(ordered_on) AS first_order_on
  FROM orders
  WHERE is_counted AND customer_id IS NOT NULL
  GROUP BY customer_id
),
seen AS (
  SELECT customer_id, min(seen_on) AS seen_on
  FROM identifiers
  WHERE seen_on IS NULL OR seen_on <= $last_day
  GROUP BY customer_id
),
known AS (
  SELECT
    coalesce(b.customer_id, c.customer_id) AS customer_id,
    CASE WHEN c.customer_id IS NULL THEN 2 ELSE 1 END AS source_no,
    c.registered_on,
    b.first_order_on,
    c.gender,
    c.birth_year,
    c.city,
    c.acquisition_source
  FROM buyers b
  FULL JOIN customers c ON c.customer_id = b.customer_id
)
SELECT
  coalesce(k.customer_id, s.customer_id) AS customer_id,
  false AS is_guest,
  coalesce(k.source_no, 3) AS source_no,
  coalesce(k.registered_on, s.seen_on) AS registered_on,
  k.first_order_on,
  k.gender,
  k.birth_year,
  k.city,
  k.acquisition_source
FROM known k
FULL JOIN seen s ON s.customer_id = k.customer_id
WHERE k.first_order_on IS NOT NULL OR k.registered_on IS NULL OR k.registered_on <= $last_day
UNION ALL
SELECT guest_id, true, 4, NULL, CASE WHEN is_counted THEN ordered_on END, NULL, NULL, NULL, NULL
FROM orders
WHERE guest_id IS NOT NULL AND ordered_on <= $last_day
