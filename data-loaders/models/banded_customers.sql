-- One row per customer known at the end of the newest month: the band that each of their figures is in. Private.
-- view
SELECT
  concat_ws('|', segment, r_score, f_score, m_score, recency_band, orders_band, net_revenue_band, tenure_band) AS combination,
  segment,
  r_score,
  f_score,
  m_score,
  recency_band,
  orders_band,
  net_revenue_band,
  tenure_band
FROM (
  SELECT
    s.segment,
    coalesce(CAST(s.r_score AS VARCHAR), 'none') AS r_score,
    coalesce(CAST(s.f_score AS VARCHAR), 'none') AS f_score,
    coalesce(CAST(s.m_score AS VARCHAR), 'none') AS m_score,
    CASE
      WHEN s.days_since_last_order IS NULL THEN 'never'
      WHEN s.days_since_last_order <= 30 THEN '0–30'
      WHEN s.days_since_last_order <= 60 THEN '31–60'
      WHEN s.days_since_last_order <= 90 THEN '61–90'
      WHEN s.days_since_last_order <= 180 THEN '91–180'
      WHEN s.days_since_last_order <= 365 THEN '181–365'
      ELSE '366+'
    END AS recency_band,
    CASE
      WHEN s.order_count <= 3 THEN CAST(s.order_count AS VARCHAR)
      WHEN s.order_count <= 5 THEN '4–5'
      WHEN s.order_count <= 10 THEN '6–10'
      ELSE '11+'
    END AS orders_band,
    -- Thousands as k: a number of five digits could be a customer's.
    CASE
      WHEN s.net_revenue <= 0 THEN 'none'
      WHEN s.net_revenue < 100 THEN '0–100'
      WHEN s.net_revenue < 250 THEN '100–250'
      WHEN s.net_revenue < 500 THEN '250–500'
      WHEN s.net_revenue < 1000 THEN '500–1k'
      WHEN s.net_revenue < 2500 THEN '1k–2.5k'
      WHEN s.net_revenue < 5000 THEN '2.5k–5k'
      WHEN s.net_revenue < 10000 THEN '5k–10k'
      WHEN s.net_revenue < 25000 THEN '10k–25k'
      WHEN s.net_revenue < 50000 THEN '25k–50k'
      WHEN s.net_revenue < 100000 THEN '50k–100k'
      ELSE '100k+'
    END AS net_revenue_band,
    CASE
      WHEN date_diff('day', p.known_on, $last_day) <= 90 THEN '0–90'
      WHEN date_diff('day', p.known_on, $last_day) <= 365 THEN '91–365'
      WHEN date_diff('day', p.known_on, $last_day) <= 730 THEN '366–730'
      WHEN date_diff('day', p.known_on, $last_day) <= 1095 THEN '731–1095'
      ELSE '1096+'
    END AS tenure_band
  FROM rfm_snapshots s
  JOIN persons p ON p.person_no = s.person_no
  WHERE s.month = month_of($last_day)
) b
