-- One row per month and source, and per month for all sources together: how much came, what is wrong with it, its grade.
-- Sources without a time are not part of it.
-- key: month, entity
-- columns:
--   month          date      first day of the month
--   entity         text      kind of record, order_lines; all: every source
--   accepted       integer   rows that were taken
--   usual_rows     number?   what the up to 12 months before would lead one to expect; null: too little history
--   rejected       integer   rows that are malformed
--   orphans        integer   keys that point nowhere
--   out_of_range   integer   accepted rows, times rules that they break
--   needed_empty   integer   accepted rows, times fields that the report needs and they lack
--   silent_days    integer   days of silences that the usual rhythm does not explain
--   grade          text      A, B, C or D
--   reason         text?     what lowers the grade most
--   reason_entity  text?     in which source
--   reason_value   number?   share, days, or share of the usual that is missing
-- checks:
--   every month has a grade: SELECT month FROM months WHERE month NOT IN (SELECT month FROM published_source_months WHERE entity = 'all')
SELECT
  m.month,
  g.entity,
  g.accepted,
  g.usual_rows,
  g.rejected + g.duplicates AS rejected,
  g.orphans,
  g.out_of_range,
  g.needed_empty,
  g.silent_days,
  g.grade,
  g.reason,
  g.reason_entity,
  g.reason_value
FROM source_grades g
JOIN months m ON substr(CAST(m.month AS VARCHAR), 1, 7) = g.period
ORDER BY m.month, g.entity
