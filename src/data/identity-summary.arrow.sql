-- One row per figure about who is who: how many accounts make how many people, what links them, and what changed since the
-- run before. Counts of the whole shop; a change is null where no private state tells what was before.
-- key: measure, kind
-- columns:
--   measure  text      accounts, persons, linked, refused, merged, split, alias or anchor
--   kind     text      what linked, or was refused: email, phone, card, social, visitor; all: every one, or no matter
--   total    integer?  accounts; persons; links; identifiers; people or accounts that changed; null: not assessed
-- checks:
--   as many people as accounts that are no aliases: SELECT * FROM (SELECT max(CASE WHEN measure = 'accounts' THEN total END) AS a, max(CASE WHEN measure = 'persons' THEN total END) AS p FROM published_identity_summary) WHERE a < p
WITH changes AS (
  SELECT change, count(DISTINCT CASE WHEN change = 'split' THEN from_id ELSE anchor_id END) AS people, count(*) AS changes
  FROM identity_changes
  GROUP BY change
),
measures AS (
  SELECT 'accounts' AS measure, 'all' AS kind, count(*) AS total FROM account_persons
  UNION ALL
  SELECT 'persons', 'all', count(*) FROM persons
  UNION ALL
  SELECT 'linked', kind, count(*) FROM identity_links GROUP BY kind
  UNION ALL
  SELECT 'refused', kind, count(DISTINCT value_no) FROM identity_shared WHERE NOT is_linking GROUP BY kind
  UNION ALL
  SELECT
    c.change,
    'all',
    CASE WHEN (SELECT count(*) FROM identity_before) > 0
      THEN coalesce((SELECT max(CASE WHEN change = 'alias' THEN changes ELSE people END) FROM changes x WHERE x.change = c.change), 0)
    END
  FROM (VALUES ('merged'), ('split'), ('alias'), ('anchor')) AS c (change)
)
SELECT measure, kind, total
FROM measures
ORDER BY measure, kind
