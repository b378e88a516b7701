-- One row per registered customer.
-- view
SELECT
  customer_id,
  registered_on,
  lower(trim(gender)) AS gender,
  birth_year,
  acquisition_source
FROM source_customers
