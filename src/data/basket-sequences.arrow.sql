-- One row per sequence: what customers buy in an order after the one with something else, more often than their orders would
-- bring it anyway. The hundred with the highest lift of each level; none stands for fewer customers than the privacy limit.
-- key: level, before, after
-- columns:
--   level            text     product, subcategory or category
--   place            integer  place among the sequences of its level, by lift, 1 the highest
--   before           text     product_id, or the category with those above it, that is bought first
--   after            text     what is bought in a later order
--   before_name      text?    name of the product; null for a category
--   after_name       text?    name of the product; null for a category
--   count            integer  customers
--   before_count     integer  customers who bought the first thing
--   confidence       number   count by before_count
--   lift             number   count by what later orders of these customers bring anyway
--   median_gap_days  number   days from the first order with the one to the first later order with the other
--   share_30_days    number   share of the customers with at most 30 days between
--   share_60_days    number   at most 60 days
--   share_90_days    number   at most 90 days
-- checks:
--   no sequence stands for too few: count >= $min_customers
--   longer spans hold shorter ones: share_30_days <= share_60_days AND share_60_days <= share_90_days
SELECT
  s.level,
  row_number() OVER (PARTITION BY s.level ORDER BY s.lift DESC, s.count DESC, b.item, a.item) AS place,
  b.item AS before,
  a.item AS after,
  b.name AS before_name,
  a.name AS after_name,
  s.count,
  s.before_count,
  s.confidence,
  s.lift,
  s.median_gap_days,
  s.share_30_days,
  s.share_60_days,
  s.share_90_days
FROM basket_sequences s
JOIN basket_items b ON b.level = s.level AND b.item_no = s.before_no
JOIN basket_items a ON a.level = s.level AND a.item_no = s.after_no
ORDER BY s.level, b.item, a.item
