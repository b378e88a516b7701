-- One row per customer who has bought: how often, when last and for how much, up to the last day of data; and the same as it
-- stood before the months that the backtest predicts, and earlier still, where a regression learns. A purchase is a day with
-- an order that counts. Private.
-- key: person_no
-- columns:
--   person_no          integer   the customer
--   first_on           date      day of the first purchase
--   frequency          integer   repeat purchases
--   last_days          integer   days from the first purchase to the last one
--   age_days           integer   days from the first purchase to the last day of data
--   net_revenue        money     net revenue to date
--   net_revenue_year   money     net revenue of the last twelve months
--   repeat_revenue     money     net revenue after the day of the first purchase
--   cut_on             date?     day before the months to predict; null: the data are too short, or not yet a customer then
--   cut_frequency      integer?  repeat purchases until then
--   cut_last_days      integer?  days from the first purchase to the last one until then
--   cut_age_days       integer?  days from the first purchase until then
--   cut_net_revenue    money?    net revenue until then
--   cut_repeat_revenue money?    net revenue after the day of the first purchase and until then
--   held_days          integer?  days of the months to predict
--   held_purchases     integer?  purchases in them
--   held_net_revenue   money?    net revenue in them
--   early_days         integer?  days from the earlier day to the cut
--   early_frequency    integer?  repeat purchases until the earlier day; null: not yet a customer then
--   early_last_days    integer?  days from the first purchase to the last one until then
--   early_age_days     integer?  days from the first purchase until then
--   early_net_revenue  money?    net revenue until then
-- checks:
--   nobody buys after the end: last_days BETWEEN 0 AND age_days AND (cut_last_days IS NULL OR cut_last_days BETWEEN 0 AND cut_age_days)
--   who has bought once has bought again on no other day: frequency > 0 OR last_days = 0
--   purchases add up: cut_frequency IS NULL OR cut_frequency + held_purchases <= frequency
WITH full_months AS (
  SELECT
    max(month) AS last_month,
    max(month_end) AS end_on,
    date_diff('month', min(month), max(month)) + 1 AS months
  FROM months
  WHERE NOT is_partial
),
cut AS (
  SELECT
    end_on,
    last_month - INTERVAL '1' MONTH * ($holdout_months - 1) - INTERVAL '1' DAY AS cut_on,
    -- The regression learns from as many months as it will predict, or from the second half of a short past.
    last_month - INTERVAL '1' MONTH * ($holdout_months - 1 + least($holdout_months, floor((months - $holdout_months) / 2.0))) - INTERVAL '1' DAY AS early_on
  FROM full_months
  WHERE months >= 2 * $holdout_months
),
ends AS (
  SELECT CAST(max(end_on) AS DATE) AS end_on, CAST(max(cut_on) AS DATE) AS cut_on, CAST(max(early_on) AS DATE) AS early_on FROM cut
),
movements AS (
  SELECT
    coalesce(customer_id, guest_id) AS account_id,
    ordered_on AS day,
    net_sales AS net_revenue,
    CASE WHEN is_counted THEN 1 ELSE 0 END AS purchases
  FROM orders
  WHERE coalesce(customer_id, guest_id) IS NOT NULL AND ordered_on <= $last_day
  UNION ALL
  SELECT account_id, returned_on, -returned_amount, 0
  FROM return_lines
  WHERE account_id IS NOT NULL
),
days AS (
  SELECT a.person_no, m.day, max(m.purchases) AS purchases, sum(m.net_revenue) AS net_revenue
  FROM movements m
  JOIN account_persons a ON a.customer_id = m.account_id
  GROUP BY a.person_no, m.day
),
people AS (
  SELECT
    d.person_no,
    p.first_order_on,
    e.end_on,
    CASE WHEN p.first_order_on <= e.cut_on THEN e.cut_on END AS cut_on,
    CASE WHEN p.first_order_on <= e.early_on THEN e.early_on END AS early_on,
    date_diff('day', e.early_on, e.cut_on) AS early_days,
    d.day,
    d.purchases,
    d.net_revenue
  FROM days d
  JOIN persons p ON p.person_no = d.person_no AND p.first_order_on IS NOT NULL
  CROSS JOIN ends e
)
SELECT
  person_no,
  first_order_on AS first_on,
  CAST(sum(purchases) - 1 AS BIGINT) AS frequency,
  date_diff('day', first_order_on, max(CASE WHEN purchases = 1 THEN day END)) AS last_days,
  date_diff('day', first_order_on, $last_day) AS age_days,
  CAST(sum(net_revenue) AS DECIMAL(18, 4)) AS net_revenue,
  CAST(sum(CASE WHEN day > CAST($last_day - INTERVAL '12' MONTH AS DATE) THEN net_revenue ELSE 0 END) AS DECIMAL(18, 4)) AS net_revenue_year,
  CAST(sum(CASE WHEN day > first_order_on THEN net_revenue ELSE 0 END) AS DECIMAL(18, 4)) AS repeat_revenue,
  cut_on,
  CAST(sum(CASE WHEN day <= cut_on THEN purchases END) - 1 AS BIGINT) AS cut_frequency,
  date_diff('day', first_order_on, max(CASE WHEN purchases = 1 AND day <= cut_on THEN day END)) AS cut_last_days,
  date_diff('day', first_order_on, cut_on) AS cut_age_days,
  CASE WHEN cut_on IS NOT NULL THEN CAST(sum(CASE WHEN day <= cut_on THEN net_revenue ELSE 0 END) AS DECIMAL(18, 4)) END AS cut_net_revenue,
  CASE WHEN cut_on IS NOT NULL THEN CAST(sum(CASE WHEN day > first_order_on AND day <= cut_on THEN net_revenue ELSE 0 END) AS DECIMAL(18, 4)) END AS cut_repeat_revenue,
  date_diff('day', cut_on, end_on) AS held_days,
  CASE WHEN cut_on IS NOT NULL THEN CAST(sum(CASE WHEN day > cut_on AND day <= end_on THEN purchases ELSE 0 END) AS BIGINT) END AS held_purchases,
  CASE WHEN cut_on IS NOT NULL THEN CAST(sum(CASE WHEN day > cut_on AND day <= end_on THEN net_revenue ELSE 0 END) AS DECIMAL(18, 4)) END AS held_net_revenue,
  CASE WHEN cut_on IS NOT NULL THEN early_days END AS early_days,
  CAST(sum(CASE WHEN day <= early_on THEN purchases END) - 1 AS BIGINT) AS early_frequency,
  date_diff('day', first_order_on, max(CASE WHEN purchases = 1 AND day <= early_on THEN day END)) AS early_last_days,
  date_diff('day', first_order_on, early_on) AS early_age_days,
  CASE WHEN early_on IS NOT NULL THEN CAST(sum(CASE WHEN day <= early_on THEN net_revenue ELSE 0 END) AS DECIMAL(18, 4)) END AS early_net_revenue
FROM people
GROUP BY person_no, first_order_on, cut_on, early_on, early_days, end_on
ORDER BY person_no
