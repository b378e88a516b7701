-- One row per customer and month from which another category is the favourite: the one of which most products were bought to
-- date, each once an order; of equal ones the one that got there last, then the last by number.
-- key: month, person_no
-- months of: month, without next_month
-- empty without: source_products.category
-- columns:
--   month       date     first day of the month
--   person_no   integer  the customer
--   category    text     department > category, or the category where there is no department
--   next_month  date?    the month from which it is another one
WITH bought AS (
  SELECT
    l.person_no,
    p.category_no,
    year(l.ordered_on) * 12 + month(l.ordered_on) AS month_no,
    count(*) AS products
  FROM basket_lines l
  JOIN basket_products p ON p.product_no = l.product_no
  WHERE l.person_no IS NOT NULL AND p.category_no IS NOT NULL
  GROUP BY 1, 2, 3
),
-- Products to date, month and category in one number, by which a category beats another.
ranked AS (
  SELECT
    person_no,
    month_no,
    (sum(products) OVER (PARTITION BY person_no, category_no ORDER BY month_no) * 100000 + month_no) * 1000000 + category_no AS place
  FROM bought
),
-- A category's products only ever grow, so the best of a month is the best so far, or beaten by an earlier month's best.
best_of_month AS (
  SELECT person_no, month_no, CAST(max(place) AS BIGINT) AS place FROM ranked GROUP BY 1, 2
),
best_so_far AS (
  SELECT person_no, month_no, max(place) OVER (PARTITION BY person_no ORDER BY month_no) % 1000000 AS category_no
  FROM best_of_month
),
compared AS (
  SELECT *, lag(category_no) OVER (PARTITION BY person_no ORDER BY month_no) AS earlier FROM best_so_far
),
changes AS (
  SELECT person_no, category_no, CAST(DATE '0001-01-01' + INTERVAL '1' MONTH * (month_no - 13) AS DATE) AS month
  FROM compared
  WHERE earlier IS NULL OR earlier <> category_no
),
names AS (
  SELECT b.category_no, min(coalesce(p.department || ' > ' || p.category, p.category)) AS category
  FROM basket_products b
  JOIN products p ON p.product_id = b.product_id
  WHERE b.category_no IS NOT NULL
  GROUP BY b.category_no
)
SELECT
  c.month,
  c.person_no,
  n.category,
  lead(c.month) OVER (PARTITION BY c.person_no ORDER BY c.month) AS next_month
FROM changes c
JOIN names n ON n.category_no = c.category_no
ORDER BY c.month, c.person_no
