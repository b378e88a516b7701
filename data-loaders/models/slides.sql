-- One row per customer who slid in the month: arrived in a `to` segment, having been in a `from` segment shortly before.
-- each: month
-- key: month, person_no
-- reads: rfm_snapshots -$slide_within_months..0
-- reads: moves 0..0
-- columns:
--   month             date     first day of the month
--   person_no         integer  the customer
--   from_segment      text     the segment the slide began in, at the latest snapshot there
--   to_segment        text     the segment it ended in
--   path              text     the states between them, in order
--   cause             text     why the last step was taken
--   revenue_at_stake  money    net revenue in the window at the snapshot where the slide began; 0 from prospect and lapsed
WITH from_ends AS (SELECT segment FROM slide_ends WHERE side = 'from'),
to_ends AS (SELECT segment FROM slide_ends WHERE side = 'to'),
arrived AS (
  SELECT v.month, v.person_no, v.to_segment, v.cause
  FROM moves v
  JOIN snapshot_months m ON m.month = v.month
  WHERE v.to_segment IN (SELECT segment FROM to_ends)
    AND v.from_segment NOT IN (SELECT segment FROM to_ends)
),
history AS (
  SELECT a.month AS slide_month, a.person_no, h.month, h.segment, h.net_revenue
  FROM arrived a
  JOIN rfm_snapshots h ON h.person_no = a.person_no
  WHERE h.month BETWEEN a.month - INTERVAL '1' MONTH * $slide_within_months AND a.month
),
starts AS (
  SELECT slide_month, person_no, max(month) AS from_month
  FROM history
  WHERE month < slide_month AND segment IN (SELECT segment FROM from_ends)
  GROUP BY slide_month, person_no
),
steps AS (
  SELECT
    h.*,
    s.from_month,
    h.segment IN (SELECT segment FROM to_ends) AS is_to,
    lag(h.segment) OVER (PARTITION BY h.slide_month, h.person_no ORDER BY h.month) AS previous_segment
  FROM history h
  JOIN starts s ON s.slide_month = h.slide_month AND s.person_no = h.person_no AND h.month >= s.from_month
),
paths AS (
  SELECT
    slide_month,
    person_no,
    max(CASE WHEN month = from_month THEN segment END) AS from_segment,
    array_join(array_agg(segment ORDER BY month) FILTER (WHERE previous_segment IS NULL OR previous_segment <> segment), ' → ') AS path,
    CAST(max(CASE WHEN month = from_month THEN CASE WHEN segment IN ('prospect', 'lapsed') THEN 0 ELSE net_revenue END END) AS DECIMAL(18, 4)) AS revenue_at_stake,
    -- Who was in a `to` segment in between slid then, and has not been back in a `from` segment since.
    sum(CASE WHEN month > from_month AND month < slide_month AND is_to THEN 1 ELSE 0 END) AS earlier_arrivals
  FROM steps
  GROUP BY slide_month, person_no
)
SELECT a.month, a.person_no, p.from_segment, a.to_segment, p.path, a.cause, p.revenue_at_stake
FROM paths p
JOIN arrived a ON a.month = p.slide_month AND a.person_no = p.person_no
WHERE p.earlier_arrivals = 0
