-- One row per product and category: how long it lasts until it is bought again, and for how many customers it is due. Of
-- each level the hundred that are bought most; none has fewer customers than the privacy limit.
-- key: level, item
-- columns:
--   level              text      product, subcategory or category
--   item               text      product_id, or the category with those above it
--   name               text?     name of the product; null for a category
--   customers          integer   who bought it
--   repeaters          integer?  who bought it on a second day; null: withheld, too few people
--   repeat_share       number?   repeaters by customers; null: withheld
--   gaps               integer?  completed gaps between purchase days; null: withheld
--   median_days        number?   Kaplan–Meier median of the gaps of those who repeat; null: too few gaps
--   low_days           number?   lower end of its 95 % interval
--   high_days          number?   upper end
--   due_customers      integer?  for whom it is due, within 15 % of the life; null: unknown, or withheld
--   overdue_customers  integer?  for whom it was due before; null: unknown, or withheld
-- checks:
--   no item stands for too few: customers >= $min_customers
SELECT
  l.level,
  i.item,
  i.name,
  l.customers,
  CASE WHEN l.repeaters >= $min_customers THEN l.repeaters END AS repeaters,
  CASE WHEN l.repeaters >= $min_customers THEN CAST(l.repeaters AS DOUBLE) / l.customers END AS repeat_share,
  CASE WHEN l.repeaters >= $min_customers THEN l.gaps END AS gaps,
  CASE WHEN l.repeaters >= $min_customers THEN l.median_days END AS median_days,
  CASE WHEN l.repeaters >= $min_customers THEN l.low_days END AS low_days,
  CASE WHEN l.repeaters >= $min_customers THEN l.high_days END AS high_days,
  CASE WHEN l.median_days IS NOT NULL AND l.repeaters >= $min_customers AND l.due_customers >= $min_customers THEN l.due_customers END AS due_customers,
  CASE WHEN l.median_days IS NOT NULL AND l.repeaters >= $min_customers AND l.overdue_customers >= $min_customers THEN l.overdue_customers END AS overdue_customers
FROM product_lives l
JOIN basket_items i ON i.level = l.level AND i.item_no = l.item_no
WHERE l.customers >= $min_customers
ORDER BY l.level, i.item
