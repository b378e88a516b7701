-- One row per source, entry point and measure: rows that it holds for. Only counts: no value, no number of a record, no name
-- of a file. Of what is broken down by an entry point, small counts are withheld.
-- key: entity, entry_kind, entry, measure, subject
-- columns:
--   entity      text      kind of record, order_lines
--   entry_kind  text      all: the whole source; file: one of its files; channel: where the records were entered
--   entry       text      number of the file; name of the channel, other: the small ones, unknown: not given; empty: all
--   measure     text      accepted, rejected, declared, duplicate, repeated, empty, needed, orphan, range or later
--   subject     text      the rule or field
--   rows        integer?  rows; null: withheld, fewer than the privacy limit
--   of_rows     integer   rows that it could hold for
-- checks:
--   a part is not more than the whole: rows <= of_rows
WITH counts AS (
  SELECT entity, 'all' AS entry_kind, '' AS entry, measure, subject, CAST(sum(rows) AS BIGINT) AS rows
  FROM source_counts
  WHERE measure NOT IN ('last', 'mask', 'newest')
  GROUP BY entity, measure, subject
  UNION ALL
  SELECT entity, 'file', CAST(file AS VARCHAR), measure, subject, CAST(sum(rows) AS BIGINT)
  FROM source_counts
  WHERE file > 0 AND measure NOT IN ('last', 'mask', 'newest')
  GROUP BY entity, file, measure, subject
  UNION ALL
  SELECT entity, 'channel', CASE WHEN entry = '' THEN 'unknown' ELSE entry END, measure, subject, CAST(sum(rows) AS BIGINT)
  FROM source_counts
  WHERE measure NOT IN ('last', 'mask', 'newest', 'repeated')
    AND entity IN (SELECT entity FROM source_counts WHERE entry <> '')
  GROUP BY entity, entry, measure, subject
),
wholes AS (
  SELECT
    entity,
    entry_kind,
    entry,
    CAST(sum(CASE WHEN measure = 'accepted' THEN rows ELSE 0 END) AS BIGINT) AS accepted,
    CAST(sum(CASE WHEN measure IN ('accepted', 'rejected', 'declared', 'duplicate') THEN rows ELSE 0 END) AS BIGINT) AS records
  FROM counts
  GROUP BY entity, entry_kind, entry
),
sized AS (
  SELECT
    c.entity,
    c.entry_kind,
    c.entry,
    c.measure,
    c.subject,
    c.rows,
    CASE
      WHEN c.measure IN ('accepted', 'rejected', 'declared', 'duplicate') THEN w.records
      WHEN c.measure = 'orphan' THEN w.accepted - coalesce(e.rows, 0)
      ELSE w.accepted
    END AS of_rows,
    -- The smallest cells are withheld until together they stand for enough rows.
    coalesce(sum(c.rows) OVER (
      PARTITION BY c.entity, c.entry_kind, c.measure, c.subject
      ORDER BY c.rows, c.entry
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller_rows
  FROM counts c
  JOIN wholes w ON w.entity = c.entity AND w.entry_kind = c.entry_kind AND w.entry = c.entry
  LEFT JOIN counts e
    ON e.entity = c.entity AND e.entry_kind = c.entry_kind AND e.entry = c.entry AND e.measure = 'empty' AND e.subject = c.subject
)
SELECT
  entity,
  entry_kind,
  entry,
  measure,
  subject,
  CASE
    WHEN entry_kind <> 'channel' OR (rows >= $min_customers AND (smaller_rows = 0 OR smaller_rows >= $min_customers))
      THEN rows
  END AS rows,
  of_rows
FROM sized
ORDER BY entity, entry_kind, entry, measure, subject
