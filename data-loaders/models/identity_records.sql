-- One row per person of several accounts: what is known of them together. Of attributes that differ, the register's come
-- before others', then the newest account's; where a person was won, the oldest account knows.
-- empty without: identity_links
-- key: customer_id
-- columns:
--   customer_id         text     the person's anchor
--   account_count       integer  accounts, guest orders among them
--   registered_on       date?    first registration
--   first_order_on      date?    first order that counts
--   gender              text?    as registered; unknown only where no account says more
--   birth_year          integer? as registered
--   city                text?    city of residence
--   acquisition_source  text?    where the person was won
WITH people AS (
  SELECT person_id, alias_id AS customer_id FROM identity_links
  UNION ALL
  SELECT DISTINCT person_id, person_id FROM identity_links
),
members AS (
  SELECT
    p.person_id,
    a.*,
    (-a.source_no, coalesce(a.registered_on, DATE '0001-01-01'), a.customer_id) AS newest,
    (coalesce(a.registered_on, a.first_order_on, DATE '9999-12-31'), a.source_no, a.customer_id) AS oldest
  FROM people p
  JOIN accounts a ON a.customer_id = p.customer_id
)
SELECT
  person_id AS customer_id,
  count(*) AS account_count,
  min(registered_on) AS registered_on,
  min(first_order_on) AS first_order_on,
  coalesce(max_by(gender, newest) FILTER (WHERE gender <> 'unknown'), max(gender)) AS gender,
  max_by(birth_year, newest) FILTER (WHERE birth_year IS NOT NULL) AS birth_year,
  max_by(city, newest) FILTER (WHERE city IS NOT NULL) AS city,
  min_by(acquisition_source, oldest) FILTER (WHERE acquisition_source IS NOT NULL) AS acquisition_source
FROM members
GROUP BY person_id
