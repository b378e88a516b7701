-- One row per account of a person: customer_id (the account) and person_no. Guests who are nobody have none.
-- view
SELECT customer_id, person_no
FROM persons
UNION ALL
SELECT l.alias_id AS customer_id, p.person_no
FROM identity_links l
JOIN persons p ON p.customer_id = l.person_id
