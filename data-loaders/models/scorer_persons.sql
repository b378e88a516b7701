-- One row per customer: what the scorer needs of a person.
-- view
SELECT person_no, customer_id, known_on
FROM persons
