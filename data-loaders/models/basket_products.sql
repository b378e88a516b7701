-- One row per product that was ever in a basket: its number, and the numbers of the categories that it belongs to.
-- key: product_no
-- empty without: source_order_lines.product_id
-- columns:
--   product_no      integer   number by product_id, from 0
--   product_id      text      the product's code
--   name            text?     its name; where the product tree has none, the one that most of its sold lines bear, of equals the first by spelling
--   department      text?     first level of the tree
--   category        text?     department > category
--   subcategory     text?     department > category > subcategory
--   department_no   integer?  number by name, from 0
--   category_no     integer?  number by name, from 0
--   subcategory_no  integer?  number by name, from 0
WITH spellings AS (
  SELECT product_id, product_name, count(*) AS lines
  FROM order_lines
  WHERE product_id IS NOT NULL AND net_amount > 0 AND NOT is_return AND NOT is_fee
  GROUP BY 1, 2
),
sold AS (
  SELECT product_id, product_name
  FROM (
    SELECT
      product_id,
      product_name,
      row_number() OVER (
        PARTITION BY product_id
        ORDER BY CASE WHEN product_name IS NULL THEN 1 ELSE 0 END, lines DESC, product_name
      ) AS place
    FROM spellings
  ) s
  WHERE place = 1
),
placed AS (
  SELECT
    s.product_id,
    coalesce(p.name, s.product_name) AS name,
    p.department,
    nullif(concat(coalesce(p.department, '–'), ' > ', coalesce(p.category, '')), concat(coalesce(p.department, '–'), ' > ')) AS category,
    p.subcategory AS last_level
  FROM sold s
  LEFT JOIN products p ON p.product_id = s.product_id
),
named AS (
  SELECT
    product_id,
    name,
    department,
    category,
    CASE WHEN last_level IS NOT NULL THEN concat(coalesce(category, department, '–'), ' > ', last_level) END AS subcategory
  FROM placed
)
SELECT
  row_number() OVER (ORDER BY product_id) - 1 AS product_no,
  product_id,
  name,
  department,
  category,
  subcategory,
  CASE WHEN department IS NOT NULL THEN dense_rank() OVER (ORDER BY department NULLS LAST) - 1 END AS department_no,
  CASE WHEN category IS NOT NULL THEN dense_rank() OVER (ORDER BY category NULLS LAST) - 1 END AS category_no,
  CASE WHEN subcategory IS NOT NULL THEN dense_rank() OVER (ORDER BY subcategory NULLS LAST) - 1 END AS subcategory_no
FROM named
ORDER BY product_no
