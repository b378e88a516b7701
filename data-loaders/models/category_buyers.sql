-- One row per customer and set of categories that a product belongs to, of which they bought one within the look-back window
-- of the newest snapshot; without any number: a product of no category.
-- key: person_no, department_no, category_no, subcategory_no
-- empty without: source_products.department, source_products.category, source_products.subcategory
-- columns:
--   person_no       integer   the customer
--   segment         text      their state at the newest snapshot
--   department_no   integer?  number of the first level; null: none
--   category_no     integer?  number of department > category
--   subcategory_no  integer?  number of department > category > subcategory
WITH bought AS (
  SELECT DISTINCT l.person_no, p.department_no, p.category_no, p.subcategory_no
  FROM basket_lines l
  JOIN basket_products p ON p.product_no = l.product_no
  WHERE l.person_no IS NOT NULL
    AND l.ordered_on >= month_of($last_day) - INTERVAL '1' MONTH * ($window_months - 1)
)
SELECT b.person_no, s.segment, b.department_no, b.category_no, b.subcategory_no
FROM bought b
JOIN newest_segments s ON s.person_no = b.person_no
