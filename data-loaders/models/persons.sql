-- One row per customer who is registered or has ordered.
-- key: person_no
-- months of: known_on
-- columns:
--   person_no           integer  number by the day on which the customer became known
--   customer_id         text     the shop's number of the customer
--   known_on            date     day of registration or first order, whichever came first
--   first_order_on      date?    day of the first order that counts
--   gender              text?    as registered
--   birth_year          integer? as registered
--   acquisition_source  text?    where the customer was won
WITH buyers AS (
  SELECT customer_id, min(ordered_on) AS first_order_on
  FROM orders
  WHERE is_counted AND customer_id IS NOT NULL
  GROUP BY customer_id
),
known AS (
  SELECT
    coalesce(b.customer_id, c.customer_id) AS customer_id,
    b.first_order_on,
    c.gender,
    c.birth_year,
    c.acquisition_source,
    CASE
      WHEN c.registered_on IS NULL THEN coalesce(b.first_order_on, $first_day)
      WHEN b.first_order_on < c.registered_on THEN b.first_order_on
      ELSE c.registered_on
    END AS known_on
  FROM buyers b
  FULL JOIN customers c ON c.customer_id = b.customer_id
)
SELECT
  row_number() OVER (ORDER BY known_on, customer_id) AS person_no,
  customer_id,
  known_on,
  first_order_on,
  gender,
  birth_year,
  acquisition_source
FROM known
WHERE known_on <= $last_day
ORDER BY person_no
