-- One row per customer and thing that they did not buy within the look-back window though those who buy what they buy do:
-- with the rule of that whose confidence is highest. Private.
-- view
-- columns:
--   person_no             integer  the customer
--   segment               text     their state at the newest snapshot
--   level                 text     subcategory, category or product
--   item_no               integer  number of what is offered
--   antecedent_no         integer  number of what they bought
--   second_antecedent_no  integer  number of the second thing that they bought; −1: none
--   confidence            number   share of all customers with the antecedent who bought the thing
--   lift                  number   confidence by the share of all customers who bought it
WITH met AS (
  SELECT a.person_no, a.segment, r.consequent_no, min(r.rule_no) AS rule_no
  FROM offer_rules r
  JOIN offer_purchases a ON a.item_no = r.antecedent_no
  LEFT JOIN offer_purchases b ON b.person_no = a.person_no AND b.item_no = r.second_antecedent_no
  WHERE r.second_antecedent_no < 0 OR b.person_no IS NOT NULL
  GROUP BY a.person_no, a.segment, r.consequent_no
)
SELECT
  m.person_no,
  m.segment,
  r.level,
  r.consequent_no AS item_no,
  r.antecedent_no,
  r.second_antecedent_no,
  r.confidence,
  r.lift
FROM met m
JOIN offer_rules r ON r.rule_no = m.rule_no
LEFT JOIN offer_purchases c ON c.person_no = m.person_no AND c.item_no = m.consequent_no
WHERE c.person_no IS NULL
