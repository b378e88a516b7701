-- One row per change of who is who since the run before: private. An account that is new or gone changes nobody by itself.
-- empty without: identity_before
-- key: change, anchor_id, from_id
-- columns:
--   change            text     merged: a person became part of this one; split: this person was part of that one; alias: a new account of a person known before; anchor: the same person under another account
--   anchor_id         text     the person now
--   from_id           text     the person before; of an alias, the new account
--   accounts          integer  accounts that changed so
--   account_id        text?    what brought them together: account on the side of from_id
--   other_account_id  text?    account on the other side
--   kind              text?    email, phone, card, social or visitor
--   value             text?    what the two share, in its one spelling
-- checks:
--   a change is one of four: change IN ('merged', 'split', 'alias', 'anchor')
WITH accounts_now AS (
  SELECT a.customer_id AS account_id, p.customer_id AS anchor_id
  FROM account_persons a
  JOIN persons p ON p.person_no = a.person_no
),
pairs AS (
  SELECT b.anchor_id AS from_id, n.anchor_id, count(*) AS accounts
  FROM accounts_now n
  JOIN identity_before b ON b.account_id = n.account_id
  GROUP BY b.anchor_id, n.anchor_id
),
moved AS (
  SELECT
    m.from_id,
    m.anchor_id,
    m.accounts,
    (SELECT count(*) FROM pairs p WHERE p.anchor_id = m.anchor_id) AS origins,
    (SELECT count(*) FROM pairs p WHERE p.from_id = m.from_id) AS outcomes
  FROM pairs m
  WHERE m.from_id <> m.anchor_id
),
aliases AS (
  SELECT n.account_id, n.anchor_id
  FROM accounts_now n
  LEFT JOIN identity_before b ON b.account_id = n.account_id
  WHERE b.account_id IS NULL AND n.account_id <> n.anchor_id AND n.anchor_id IN (SELECT anchor_id FROM pairs)
),
-- Of the links of a person, the one that tells best why: it made the old anchor an alias, or crosses from one to the other.
reasons AS (
  SELECT
    m.anchor_id,
    m.from_id,
    l.account_id,
    l.other_account_id,
    l.kind,
    l.value,
    row_number() OVER (
      PARTITION BY m.anchor_id, m.from_id
      ORDER BY CASE WHEN l.alias_id = m.from_id THEN 1 WHEN o.anchor_id IS NULL OR o.anchor_id <> m.from_id THEN 2 ELSE 3 END, l.alias_id
    ) AS place
  FROM moved m
  JOIN identity_links l ON l.person_id = m.anchor_id
  JOIN identity_before b ON b.account_id = l.account_id AND b.anchor_id = m.from_id
  LEFT JOIN identity_before o ON o.account_id = l.other_account_id
  WHERE m.origins > 1
)
SELECT 'merged' AS change, m.anchor_id, m.from_id, m.accounts, r.account_id, r.other_account_id, r.kind, r.value
FROM moved m
LEFT JOIN reasons r ON r.anchor_id = m.anchor_id AND r.from_id = m.from_id AND r.place = 1
WHERE m.origins > 1
UNION ALL
SELECT 'split', anchor_id, from_id, accounts, NULL, NULL, NULL, NULL
FROM moved
WHERE outcomes > 1
UNION ALL
SELECT 'anchor', anchor_id, from_id, accounts, NULL, NULL, NULL, NULL
FROM moved
WHERE origins = 1 AND outcomes = 1
UNION ALL
SELECT 'alias', a.anchor_id, a.account_id, 1, l.account_id, l.other_account_id, l.kind, l.value
FROM aliases a
JOIN identity_links l ON l.alias_id = a.account_id
ORDER BY change, anchor_id, from_id
