-- One row per registered customer.
-- view
SELECT
  customer_id,
  registered_on,
  lower(trim(gender)) AS gender,
  birth_year,
  city,
  acquisition_source,
  email,
  phone
FROM source_customers
