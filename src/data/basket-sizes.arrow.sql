-- One row per basis: how many baskets there are and how many could show a rule, so that a page without one can say why.
-- key: basis
-- columns:
--   basis          text      orders; customers: all orders of a customer are one basket
--   baskets        integer   orders or customers in all
--   of_several     integer   those with two products or more
--   repeat_buyers  integer?  customers with two orders or more; null for orders
--   products       integer   products that were ever in one
--   min_count      integer   fewest that a rule stands for, by the options of the shop
-- checks:
--   a part is not more than the whole: of_several <= baskets AND coalesce(repeat_buyers, 0) <= baskets
--   products are bought: products >= 1 AND baskets >= 1
WITH orders AS (
  SELECT order_no, count(*) AS products FROM basket_lines GROUP BY order_no
),
customers AS (
  SELECT
    person_no,
    min(product_no) <> max(product_no) AS is_of_several,
    min(order_no) <> max(order_no) AS is_repeat_buyer
  FROM basket_lines
  WHERE person_no IS NOT NULL
  GROUP BY person_no
),
sizes AS (
  SELECT
    'orders' AS basis,
    count(*) AS baskets,
    count(*) FILTER (WHERE products > 1) AS of_several,
    CAST(NULL AS BIGINT) AS repeat_buyers
  FROM orders
  UNION ALL
  SELECT 'customers', count(*), count(*) FILTER (WHERE is_of_several), count(*) FILTER (WHERE is_repeat_buyer)
  FROM customers
),
items AS (
  SELECT count(DISTINCT product_no) AS products FROM basket_lines
)
SELECT
  s.basis,
  s.baskets,
  s.of_several,
  s.repeat_buyers,
  i.products,
  greatest(
    $min_customers,
    $basket_min_count,
    CAST(ceil(CAST($basket_min_support AS DOUBLE) * s.baskets) AS INTEGER)
  ) AS min_count
FROM sizes s
CROSS JOIN items i
WHERE s.baskets > 0
ORDER BY s.basis
