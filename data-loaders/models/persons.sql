-- One row per customer, who is a person: one account, or all accounts that identity_links found to be one.
-- key: person_no
-- months of: known_on
-- columns:
--   person_no           integer  number by the day on which the person became known
--   customer_id         text     the person's anchor: the earliest registered account when it was assigned
--   known_on            date     day of registration or first order, whichever came first
--   registered_on       date?    first registration
--   first_order_on      date?    day of the first order that counts
--   gender              text?    as registered
--   birth_year          integer? as registered
--   city                text?    city of residence
--   acquisition_source  text?    where the person was won
WITH people AS (
  SELECT
    a.customer_id,
    coalesce(r.registered_on, a.registered_on) AS registered_on,
    coalesce(r.first_order_on, a.first_order_on) AS first_order_on,
    coalesce(r.gender, a.gender) AS gender,
    coalesce(r.birth_year, a.birth_year) AS birth_year,
    coalesce(r.city, a.city) AS city,
    coalesce(r.acquisition_source, a.acquisition_source) AS acquisition_source
  FROM accounts a
  LEFT JOIN identity_links l ON l.alias_id = a.customer_id
  LEFT JOIN identity_records r ON r.customer_id = a.customer_id
  WHERE l.alias_id IS NULL AND NOT a.is_guest
),
known AS (
  SELECT
    *,
    CASE
      WHEN registered_on IS NULL THEN coalesce(first_order_on, $first_day)
      WHEN first_order_on < registered_on THEN first_order_on
      ELSE registered_on
    END AS known_on
  FROM people
)
SELECT
  row_number() OVER (ORDER BY known_on, customer_id) AS person_no,
  customer_id,
  known_on,
  registered_on,
  first_order_on,
  gender,
  birth_year,
  city,
  acquisition_source
FROM known
ORDER BY person_no
