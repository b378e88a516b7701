-- One row per level and item: the products that were ever in a basket, and each level of their categories.
-- view
SELECT 'product' AS level, product_no AS item_no, product_id AS item, name FROM basket_products
UNION ALL
SELECT DISTINCT 'subcategory', subcategory_no, subcategory, CAST(NULL AS VARCHAR) FROM basket_products WHERE subcategory IS NOT NULL
UNION ALL
SELECT DISTINCT 'category', category_no, category, CAST(NULL AS VARCHAR) FROM basket_products WHERE category IS NOT NULL
UNION ALL
SELECT DISTINCT 'department', department_no, department, CAST(NULL AS VARCHAR) FROM basket_products WHERE department IS NOT NULL
