-- One row per state of the newest snapshot, level and category: how much more often than all buyers of the window these
-- people bought it in the window. Small cells are left out.
-- key: segment, level, item
-- columns:
--   segment      text     segment or pool state
--   level        text     subcategory, category or department
--   item         text     the category with those above it
--   buyers       integer  people of the state who bought it
--   state_buyers integer  people of the state who bought anything
--   share        number   buyers by state_buyers
--   base_share   number   the same share among the buyers of all states
--   affinity     number   share by base_share; 1 is as often as everybody
-- checks:
--   no cell stands for too few: buyers >= $min_customers
--   a part is not more than the whole: buyers <= state_buyers AND share <= 1 AND base_share <= 1
WITH states AS (
  SELECT segment, count(DISTINCT person_no) AS state_buyers FROM category_buyers GROUP BY segment
),
counted AS (
  SELECT segment, 'department' AS level, department_no AS item_no, count(DISTINCT person_no) AS buyers
  FROM category_buyers WHERE department_no IS NOT NULL GROUP BY segment, department_no
  UNION ALL
  SELECT segment, 'category', category_no, count(DISTINCT person_no)
  FROM category_buyers WHERE category_no IS NOT NULL GROUP BY segment, category_no
  UNION ALL
  -- A subcategory has one place in the tree, so each of its buyers has one row.
  SELECT segment, 'subcategory', subcategory_no, count(*)
  FROM category_buyers WHERE subcategory_no IS NOT NULL GROUP BY segment, subcategory_no
),
cells AS (
  SELECT c.segment, c.level, i.item, c.buyers
  FROM counted c
  JOIN basket_items i ON i.level = c.level AND i.item_no = c.item_no
),
sized AS (
  SELECT
    c.*,
    s.state_buyers,
    sum(c.buyers) OVER (PARTITION BY c.level, c.item) AS item_buyers,
    (SELECT sum(state_buyers) FROM states) AS all_buyers,
    -- The smallest cells are left out until together they stand for enough people.
    coalesce(sum(c.buyers) OVER (
      PARTITION BY c.level, c.item
      ORDER BY c.buyers, c.segment
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_buyers
  FROM cells c
  JOIN states s ON s.segment = c.segment
)
SELECT
  segment,
  level,
  item,
  buyers,
  state_buyers,
  CAST(buyers AS DOUBLE) / state_buyers AS share,
  CAST(item_buyers AS DOUBLE) / all_buyers AS base_share,
  CAST(buyers * all_buyers AS DOUBLE) / (state_buyers * item_buyers) AS affinity
FROM sized
WHERE buyers >= $min_customers AND (smaller_buyers = 0 OR smaller_buyers >= $min_customers)
ORDER BY segment, level, item
