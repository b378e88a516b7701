-- One row per customer and product or category that falls due for them within 30 days, is due or overdue. Private.
-- view
-- columns:
--   person_no          integer  the customer
--   level              text     product, subcategory or category
--   item_no            integer  number of the item at its level
--   last_purchased_on  date     day of the last purchase of it
--   life_days          number   how long it lasts
--   life_source        text     observed or override
--   due_on             date     last purchase and life together, rounded up to a day
--   state              text     soon: falls due within 30 days; due; overdue
WITH lives AS (
  SELECT level, item_no, life_days, CASE WHEN is_overridden THEN 'override' ELSE 'observed' END AS life_source
  FROM product_lives
  WHERE life_days IS NOT NULL
),
bought AS (
  SELECT l.person_no, 'product' AS level, l.product_no AS item_no, l.ordered_on
  FROM basket_lines l
  WHERE l.person_no IS NOT NULL
  UNION ALL
  SELECT l.person_no, 'subcategory', p.subcategory_no, l.ordered_on
  FROM basket_lines l
  JOIN basket_products p ON p.product_no = l.product_no
  WHERE l.person_no IS NOT NULL AND p.subcategory_no IS NOT NULL
  UNION ALL
  SELECT l.person_no, 'category', p.category_no, l.ordered_on
  FROM basket_lines l
  JOIN basket_products p ON p.product_no = l.product_no
  WHERE l.person_no IS NOT NULL AND p.category_no IS NOT NULL
),
latest AS (
  SELECT b.person_no, b.level, b.item_no, i.life_days, i.life_source, max(b.ordered_on) AS last_purchased_on
  FROM bought b
  JOIN lives i ON i.level = b.level AND i.item_no = b.item_no
  GROUP BY b.person_no, b.level, b.item_no, i.life_days, i.life_source
),
judged AS (
  SELECT
    *,
    CAST(date_diff('day', last_purchased_on, $last_day) AS DOUBLE) - life_days AS distance,
    CAST(0.15 AS DOUBLE) * life_days AS tolerance
  FROM latest
)
SELECT
  person_no,
  level,
  item_no,
  last_purchased_on,
  life_days,
  life_source,
  CAST(last_purchased_on + INTERVAL '1' DAY * CAST(ceil(life_days) AS INTEGER) AS DATE) AS due_on,
  CASE WHEN abs(distance) <= tolerance THEN 'due' WHEN distance > 0 THEN 'overdue' ELSE 'soon' END AS state
FROM judged
WHERE distance > 0 OR -distance - tolerance <= 30
