-- One row per figure that a release gives otherwise than the one before it, this release's and the earlier ones': private
-- state (docs/releases.md), put in place of this query where a release is made and there is any.
-- key: release_no, published_table, month, row_key, measure
-- columns:
--   release_no       integer  number of the release, from 1
--   release          text?    its id; null: the one that is being made
--   compared_with    text     id of the release before it
--   published_table  text     name of the published table, segment-sizes
--   month            date     first day of the month
--   row_key          text     the row but its month, segment=champions
--   measure          text     name of the column
--   old_value        number?  what the release before gave; null: withheld, or no such row
--   new_value        number?  what this one gives
--   cause            text     definition_change, merges, returns, late_data or unexplained; several with + between them
SELECT
  CAST(NULL AS BIGINT) AS release_no,
  CAST(NULL AS VARCHAR) AS release,
  CAST(NULL AS VARCHAR) AS compared_with,
  CAST(NULL AS VARCHAR) AS published_table,
  CAST(NULL AS DATE) AS month,
  CAST(NULL AS VARCHAR) AS row_key,
  CAST(NULL AS VARCHAR) AS measure,
  CAST(NULL AS DOUBLE) AS old_value,
  CAST(NULL AS DOUBLE) AS new_value,
  CAST(NULL AS VARCHAR) AS cause
WHERE false
