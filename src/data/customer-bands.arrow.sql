-- One row per customer known at the end of the newest month, in bands that at least privacy.minCustomers share; nothing tells which row is whose.
-- key: none
-- only with: privacy.publishCustomers
-- columns:
--   segment           text      segment or pool state; other: too few share it, as in every column
--   r_score           integer?  recency, 1 to 5; null outside the pool, and where too few share it
--   f_score           integer?  frequency, 1 to 5; null likewise
--   m_score           integer?  monetary value, 1 to 5; null likewise
--   recency_band      text      days since the last order: 0–30, 31–60, 61–90, 91–180, 181–365, 366+ or never
--   orders_band       text      orders in the window: 0, 1, 2, 3, 4–5, 6–10 or 11+
--   net_revenue_band  text      net revenue in the window, in the reporting currency: none (0 or less), 0–100, 100–250, 250–500, 500–1k … 50k–100k, 100k+; a band begins with its first number
--   tenure_band       text      days since the person became known, by registration or first order: 0–90, 91–365, 366–730, 731–1095, 1096+
-- checks:
--   enough customers share every row: SELECT segment, r_score, f_score, m_score, recency_band, orders_band, net_revenue_band, tenure_band FROM published_customer_bands GROUP BY segment, r_score, f_score, m_score, recency_band, orders_band, net_revenue_band, tenure_band HAVING count(*) < $min_customers
--   everybody is told of, or there are too few for any: SELECT count(*) FROM published_customer_bands HAVING count(*) NOT IN (0, (SELECT count(*) FROM banded_customers))
SELECT
  t.segment,
  TRY_CAST(t.r_score AS INTEGER) AS r_score,
  TRY_CAST(t.f_score AS INTEGER) AS f_score,
  TRY_CAST(t.m_score AS INTEGER) AS m_score,
  t.recency_band,
  t.orders_band,
  t.net_revenue_band,
  t.tenure_band
FROM banded_customers c
JOIN band_combinations t ON t.combination = c.combination
ORDER BY segment, r_score, f_score, m_score, recency_band, orders_band, net_revenue_band, tenure_band
