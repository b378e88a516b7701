-- One row per customer and month from which another category is the favourite: the one of which most lines were bought to
-- date; of equal ones the one that got there last, then the last by name.
-- key: month, person_no
-- months of: month, without next_month
-- empty without: source_products.category
-- columns:
--   month       date     first day of the month
--   person_no   integer  the customer
--   category    text     category with the most lines to date, those cancelled, returned or free left out
--   next_month  date?    the month from which it is another one
WITH categories AS (
  SELECT category, row_number() OVER (ORDER BY category) AS category_no
  FROM (SELECT DISTINCT category FROM products WHERE category IS NOT NULL) c
),
categorised AS (
  SELECT p.product_id, c.category_no
  FROM products p
  JOIN categories c ON c.category = p.category
),
counted_orders AS (
  SELECT o.order_id, a.person_no, year(o.ordered_on) * 12 + month(o.ordered_on) AS month_no
  FROM orders o
  JOIN account_persons a ON a.customer_id = coalesce(o.customer_id, o.guest_id)
  WHERE o.is_counted AND o.ordered_on <= $last_day
),
cancelled_lines AS (
  SELECT DISTINCT order_id, line_no FROM cancellations WHERE line_no IS NOT NULL
),
bought AS (
  SELECT o.person_no, c.category_no, o.month_no, count(*) AS line_count
  FROM order_lines l
  JOIN categorised c ON c.product_id = l.product_id
  JOIN counted_orders o ON o.order_id = l.order_id
  LEFT JOIN cancelled_lines x ON x.order_id = l.order_id AND x.line_no = l.line_no
  WHERE l.net_amount > 0 AND NOT l.is_return AND NOT l.is_fee AND NOT l.is_cancelled AND x.order_id IS NULL
  GROUP BY 1, 2, 3
),
-- Lines to date, month and category in one number, by which a category beats another.
ranked AS (
  SELECT
    person_no,
    month_no,
    (sum(line_count) OVER (PARTITION BY person_no, category_no ORDER BY month_no) * 100000 + month_no) * 1000000 + category_no AS place
  FROM bought
),
-- A category's lines only ever grow, so the best of a month is the best so far, or beaten by an earlier month's best.
best_of_month AS (
  SELECT person_no, month_no, CAST(max(place) AS BIGINT) AS place FROM ranked GROUP BY 1, 2
),
best_so_far AS (
  SELECT
    person_no,
    month_no,
    max(place) OVER (PARTITION BY person_no ORDER BY month_no) % 1000000 AS category_no
  FROM best_of_month
),
changes AS (
  SELECT
    *,
    lag(category_no) OVER (PARTITION BY person_no ORDER BY month_no) AS earlier
  FROM best_so_far
),
favourites AS (
  SELECT
    person_no,
    category_no,
    CAST(DATE '0001-01-01' + INTERVAL '1' MONTH * (month_no - 13) AS DATE) AS month
  FROM changes
  WHERE earlier IS NULL OR earlier <> category_no
)
SELECT
  f.month,
  f.person_no,
  c.category,
  lead(f.month) OVER (PARTITION BY f.person_no ORDER BY f.month) AS next_month
FROM favourites f
JOIN categories c ON c.category_no = f.category_no
ORDER BY f.month, f.person_no
