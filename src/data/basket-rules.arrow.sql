-- One row per rule of what is bought together: who has the antecedent has the consequent too. Of each basis, level and size
-- of the antecedent the hundred with the highest lift, and redundant ones beside them; none stands for fewer customers than
-- the privacy limit.
-- key: basis, level, antecedent, second_antecedent, consequent
-- columns:
--   basis              text      orders: in one order; customers: in all orders of a customer
--   level              text      product, subcategory, category or department
--   place              integer   place among the rules of its basis, level and size of the antecedent, by lift, redundant ones last
--   antecedent         text      product_id, or the category with those above it
--   second_antecedent  text?     the second item of the antecedent; null: none
--   consequent         text      what is bought too
--   antecedent_name    text?     name of the product; null for a category
--   second_antecedent_name text? name of the product; null for a category, and for none
--   consequent_name    text?     name of the product; null for a category
--   baskets            integer   orders or customers in all
--   count              integer   orders or customers with both sides
--   antecedent_count   integer   those with the antecedent
--   consequent_count   integer   those with the consequent
--   support            number    count by baskets
--   confidence         number    count by antecedent_count
--   lift               number    confidence by the consequent's support
--   leverage           number    support less what independence would give
--   conviction         number?   expected by actual share without the consequent; null: never without
--   zhang              number    Zhang's metric, -1 to 1
--   p_value            number    Fisher's exact test, one-sided
--   adjusted_p_value   number    by Benjamini and Hochberg, among all rules tested
--   is_redundant       boolean   one item of the antecedent alone has the same or a higher confidence
-- checks:
--   no rule stands for too few: count >= $min_customers
--   shares are shares: support <= confidence AND confidence <= 1
SELECT
  r.basis,
  r.level,
  row_number() OVER (
    PARTITION BY r.basis, r.level, r.second_antecedent_no >= 0
    ORDER BY r.is_redundant, r.lift DESC, r.count DESC, a.item, coalesce(s.item, ''), c.item) AS place,
  a.item AS antecedent,
  s.item AS second_antecedent,
  c.item AS consequent,
  a.name AS antecedent_name,
  s.name AS second_antecedent_name,
  c.name AS consequent_name,
  r.baskets,
  r.count,
  r.antecedent_count,
  r.consequent_count,
  r.support,
  r.confidence,
  r.lift,
  r.leverage,
  r.conviction,
  r.zhang,
  r.p_value,
  r.adjusted_p_value,
  r.is_redundant
FROM basket_rules r
JOIN basket_items a ON a.level = r.level AND a.item_no = r.antecedent_no
LEFT JOIN basket_items s ON s.level = r.level AND s.item_no = r.second_antecedent_no
JOIN basket_items c ON c.level = r.level AND c.item_no = r.consequent_no
ORDER BY r.basis, r.level, a.item, coalesce(s.item, ''), c.item
