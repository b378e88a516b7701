-- One row per source and earlier run: its quality then. Private state (docs/quality.md), put in place of this query where
-- there is any.
-- key: run, entity
-- columns:
--   run           integer  number of the run, from 1
--   as_of         date     last day of data
--   entity        text     kind of record, order_lines; all: every source
--   records       integer  records that an independent count found
--   accepted      integer  rows that were taken
--   rejected      integer  rows that are malformed
--   declared      integer  rows that the shop declares to be none of its business
--   duplicates    integer  rows that share a key with an earlier one, and were dropped
--   repeated      integer  accepted rows without a key that say what another one says
--   orphans       integer  keys that point nowhere
--   out_of_range  integer  accepted rows, times rules that they break
--   needed_empty  integer  accepted rows, times fields that the report needs and they lack
--   days_behind   integer?  days from the newest row to the last day of data
--   silent_days   integer  days of unusual silence in the last 12 months
--   grade         text     A, B, C or D
SELECT
  CAST(NULL AS BIGINT) AS run,
  CAST(NULL AS DATE) AS as_of,
  CAST(NULL AS VARCHAR) AS entity,
  CAST(NULL AS BIGINT) AS records,
  CAST(NULL AS BIGINT) AS accepted,
  CAST(NULL AS BIGINT) AS rejected,
  CAST(NULL AS BIGINT) AS declared,
  CAST(NULL AS BIGINT) AS duplicates,
  CAST(NULL AS BIGINT) AS repeated,
  CAST(NULL AS BIGINT) AS orphans,
  CAST(NULL AS BIGINT) AS out_of_range,
  CAST(NULL AS BIGINT) AS needed_empty,
  CAST(NULL AS BIGINT) AS days_behind,
  CAST(NULL AS BIGINT) AS silent_days,
  CAST(NULL AS VARCHAR) AS grade
WHERE false
