-- One row per run and source, and per run for all sources together: what was delivered, what is wrong with it, its grade. A
-- run counts where its input differs from the one before; the last 60 are kept here.
-- key: run, entity
-- columns:
--   run           integer   number of the run, from 1; the newest is this one
--   as_of         date      last day of data
--   entity        text      kind of record, order_lines; all: every source
--   is_current    boolean   this run
--   adapter       text?     of this run: csv, parquet, json, xlsx, postgres or api
--   files         integer?  of this run: files of the source
--   records       integer   records that an independent count found
--   accepted      integer   rows that were taken
--   rejected      integer   rows that are malformed
--   declared      integer   rows that the shop declares to be none of its business
--   duplicates    integer   rows that share a key with an earlier one, and were dropped
--   repeated      integer   accepted rows without a key that say what another one says
--   orphans       integer   keys that point nowhere
--   out_of_range  integer   accepted rows, times rules that they break
--   needed_empty  integer   accepted rows, times fields that the report needs and they lack
--   newest_on     date?     of this run: newest day, up to the last day of data
--   days_behind   integer?  days from the newest row to the last day of data
--   silent_days   integer   days of unusual silence in the last 12 months
--   grade         text      A, B, C or D
--   reason        text?     of this run: what lowers the grade most
--   reason_entity text?     of this run: in which source
--   reason_value  number?   of this run: share, days, or times the usual
-- checks:
--   records are accepted or not: records = accepted + rejected + declared + duplicates
--   a grade is one of four: grade IN ('A', 'B', 'C', 'D')
WITH earlier AS (
  SELECT coalesce(max(run), 0) AS runs FROM quality_before
)
SELECT
  b.run,
  b.as_of,
  b.entity,
  false AS is_current,
  CAST(NULL AS VARCHAR) AS adapter,
  CAST(NULL AS BIGINT) AS files,
  b.records,
  b.accepted,
  b.rejected,
  b.declared,
  b.duplicates,
  b.repeated,
  b.orphans,
  b.out_of_range,
  b.needed_empty,
  CAST(NULL AS DATE) AS newest_on,
  b.days_behind,
  b.silent_days,
  b.grade,
  CAST(NULL AS VARCHAR) AS reason,
  CAST(NULL AS VARCHAR) AS reason_entity,
  CAST(NULL AS DOUBLE) AS reason_value
FROM quality_before b
CROSS JOIN earlier e
WHERE b.run > e.runs - 59
UNION ALL
SELECT
  e.runs + 1,
  CAST($last_day AS DATE),
  g.entity,
  true,
  g.adapter,
  g.files,
  g.records,
  g.accepted,
  g.rejected,
  g.declared,
  g.duplicates,
  g.repeated,
  g.orphans,
  g.out_of_range,
  g.needed_empty,
  g.newest_on,
  g.days_behind,
  g.silent_days,
  g.grade,
  g.reason,
  g.reason_entity,
  g.reason_value
FROM source_grades g
CROSS JOIN earlier e
WHERE g.period = 'all'
ORDER BY run, entity
