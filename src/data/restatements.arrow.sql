-- One row per figure of a published month that a release gives otherwise than the release before it, with the cause. Both
-- figures were published; cells of a city or an age band are not compared. Without an earlier release, and in a site that is
-- no release, the table is empty.
-- key: release_no, published_table, month, row_key, measure
-- columns:
--   release_no       integer  number of the release, from 1
--   release          text?    its id; null: this one
--   compared_with    text     id of the release before it
--   published_table  text     name of the published table, segment-sizes
--   month            date     first day of the month
--   row_key          text     the row but its month, segment=champions
--   measure          text     name of the column
--   old_value        number?  what the release before gave; null: withheld, or no such row
--   new_value        number?  what this one gives
--   cause            text     definition_change, merges, returns, late_data or unexplained; several with + between them
-- checks:
--   something changed: old_value IS NULL OR new_value IS NULL OR old_value <> new_value
SELECT
  release_no,
  release,
  compared_with,
  published_table,
  month,
  row_key,
  measure,
  old_value,
  new_value,
  cause
FROM restatements_found
ORDER BY release_no, published_table, month, row_key, measure
