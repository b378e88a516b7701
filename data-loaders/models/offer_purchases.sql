-- One row per customer and thing of a rule that makes an offer, which they bought within the look-back window.
-- view
WITH items AS (
  SELECT level, antecedent_no AS item_no FROM offer_rules
  UNION
  SELECT level, second_antecedent_no FROM offer_rules
  UNION
  SELECT level, consequent_no FROM offer_rules
)
SELECT DISTINCT b.person_no, b.segment, i.item_no
FROM category_buyers b
JOIN items i ON i.item_no = CASE i.level WHEN 'subcategory' THEN b.subcategory_no WHEN 'category' THEN b.category_no END
UNION ALL
SELECT DISTINCT l.person_no, s.segment, i.item_no
FROM basket_lines l
JOIN items i ON i.level = 'product' AND i.item_no = l.product_no
JOIN newest_segments s ON s.person_no = l.person_no
WHERE l.ordered_on >= month_of($last_day) - INTERVAL '1' MONTH * ($window_months - 1)
