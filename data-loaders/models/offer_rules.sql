-- One row per rule that makes an offer: those over customers that are not redundant, of subcategories where there are any,
-- else of categories, else of products; the one with the highest confidence first.
-- view
-- columns:
--   rule_no               integer  place, 1 the highest confidence
--   level                 text     subcategory, category or product
--   antecedent_no         integer  number of what was bought
--   second_antecedent_no  integer  number of the second thing that was bought; −1: none
--   consequent_no         integer  number of what is offered
--   confidence            number   share of all customers with the antecedent who bought the thing
--   lift                  number   confidence by the share of all customers who bought it
WITH placed AS (
  SELECT
    *,
    CASE level WHEN 'subcategory' THEN 1 WHEN 'category' THEN 2 WHEN 'product' THEN 3 END AS place
  FROM basket_rules
  WHERE basis = 'customers' AND NOT is_redundant
)
SELECT
  row_number() OVER (ORDER BY confidence DESC, lift DESC, consequent_no, antecedent_no, second_antecedent_no) AS rule_no,
  level,
  antecedent_no,
  second_antecedent_no,
  consequent_no,
  confidence,
  lift
FROM placed
WHERE place = (SELECT min(place) FROM placed)
