-- One row per state that a customer can be in: names, colour and place.
-- key: order
-- columns:
--   order     integer  place in tables and charts
--   key       text     key in every table
--   label_tr  text     Turkish name
--   label_en  text     English name
--   colour    text     the one colour it has everywhere
--   kind      text     segment, or pool for a state outside the pool
SELECT position AS "order", key, label_tr, label_en, colour, kind
FROM states
ORDER BY position
