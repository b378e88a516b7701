-- One row per month, segment and channel: people whom the shop may write to or call, by the consents given and not withdrawn by
-- the end of the month. Private: small counts stand as they are.
-- empty without: source_consents
-- key: month, segment, channel
-- columns:
--   month      date     first day of the month
--   segment    text     segment of the R×F(×M) map
--   channel    text     email, sms, push, call; any: one of them at least
--   customers  integer  people in the segment
--   reachable  integer  those of them who agreed
-- checks:
--   reach is a part: reachable <= customers
WITH changes AS (
  SELECT
    a.person_no,
    c.channel,
    coalesce(c.changed_on, DATE '1900-01-01') AS since,
    -- Of two changes on one day the withdrawal holds.
    bool_or(c.status = 'withdrawn') AS is_withdrawn
  FROM consents c
  JOIN account_persons a ON a.customer_id = c.customer_id
  GROUP BY a.person_no, c.channel, coalesce(c.changed_on, DATE '1900-01-01')
),
spans AS (
  SELECT
    person_no,
    channel,
    since,
    lead(since) OVER (PARTITION BY person_no, channel ORDER BY since) AS until,
    is_withdrawn
  FROM changes
),
members AS (
  SELECT s.month, m.month_end, s.person_no, s.segment
  FROM rfm_snapshots s
  JOIN months m ON m.month = s.month
  WHERE s.r_score IS NOT NULL
),
reached AS (
  SELECT
    m.month,
    m.segment,
    coalesce(g.channel, 'any') AS channel,
    count(DISTINCT m.person_no) AS reachable
  FROM members m
  JOIN spans g ON g.person_no = m.person_no
  WHERE NOT g.is_withdrawn AND g.since <= m.month_end AND (g.until IS NULL OR g.until > m.month_end)
  GROUP BY GROUPING SETS ((m.month, m.segment, g.channel), (m.month, m.segment))
),
sizes AS (
  SELECT month, segment, count(*) AS customers
  FROM members
  GROUP BY month, segment
)
SELECT s.month, s.segment, c.channel, s.customers, coalesce(r.reachable, 0) AS reachable
FROM sizes s
CROSS JOIN (SELECT DISTINCT channel FROM spans UNION ALL SELECT 'any') c
LEFT JOIN reached r ON r.month = s.month AND r.segment = s.segment AND r.channel = c.channel
ORDER BY s.month, s.segment, c.channel
