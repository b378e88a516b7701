-- One row per product.
-- view
SELECT product_id, trim(name) AS name, department, category, subcategory, list_price
FROM source_products
