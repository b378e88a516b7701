-- One row per customer who has bought: worth so far, and what the chosen model expects as of the last day of data. Private.
-- view
-- columns:
--   person_no                        integer  the customer
--   first_on                         date     day of the first purchase
--   net_revenue                      money    net revenue to date
--   net_revenue_year                 money    net revenue of the last twelve months
--   alive_probability                number?  probability that the customer has not left for good; null: no model
--   expected_purchases_6_months      number?  purchases to be expected in the next 6 months
--   expected_purchases_12_months     number?  in the next 12 months
--   predicted_net_revenue_6_months   money?   net revenue that purchases of the next 6 months are expected to bring, discounted to today
--   predicted_net_revenue_12_months  money?   the same of 12 months
WITH value_model AS (
  SELECT
    max(CASE WHEN parameter = 'p' THEN estimate END) AS p,
    max(CASE WHEN parameter = 'q' THEN estimate END) AS q,
    max(CASE WHEN parameter = 'v' THEN estimate END) AS v
  FROM value_fits
  WHERE period = 'all' AND model = 'gamma-gamma'
),
averages AS (
  SELECT CAST(sum(repeat_revenue) AS DOUBLE) / nullif(sum(frequency), 0) AS purchase_value
  FROM purchase_histories
),
valued AS (
  SELECT
    h.person_no,
    h.first_on,
    h.net_revenue,
    h.net_revenue_year,
    s.alive_probability,
    s.purchases_6_months,
    s.purchases_12_months,
    s.discounted_6_months,
    s.discounted_12_months,
    -- Gamma–Gamma (Fader & Hardie 2013, eq. 5); without it, or without a finite mean, the shop's average.
    CASE
      WHEN m.p IS NOT NULL AND m.p * h.frequency + m.q > 1
      THEN m.p * (m.v + greatest(CAST(h.repeat_revenue AS DOUBLE), 0)) / (m.p * h.frequency + m.q - 1)
      ELSE greatest(a.purchase_value, 0)
    END AS purchase_value
  FROM purchase_histories h
  LEFT JOIN value_scores s ON s.frequency = h.frequency AND s.last_days = h.last_days AND s.age_days = h.age_days
  CROSS JOIN value_model m
  CROSS JOIN averages a
)
SELECT
  person_no,
  first_on,
  net_revenue,
  net_revenue_year,
  alive_probability,
  purchases_6_months AS expected_purchases_6_months,
  purchases_12_months AS expected_purchases_12_months,
  CAST(discounted_6_months * purchase_value AS DECIMAL(18, 4)) AS predicted_net_revenue_6_months,
  CAST(discounted_12_months * purchase_value AS DECIMAL(18, 4)) AS predicted_net_revenue_12_months
FROM valued
