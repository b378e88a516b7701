-- One row per month, attribute value and state, small cells included: never published as it is.
-- each: month
-- key: month, dimension, value, segment
-- reads: rfm_snapshots 0..0
-- columns:
--   month        date     first day of the month
--   dimension    text     city, channel, gender, age_band or acquisition_source
--   value        text     the customer's value at the snapshot; unknown where there is none
--   segment      text     segment or pool state
--   customers    integer  people
--   orders       integer  their orders in the month
--   net_revenue  money    their net revenue in the month
WITH combined AS (
  SELECT
    s.month,
    s.segment,
    s.city,
    s.channel,
    p.gender,
    p.birth_year,
    p.acquisition_source,
    count(*) AS customers,
    sum(s.order_count_month) AS orders,
    sum(s.net_revenue_month) AS net_revenue
  FROM snapshot_months m
  JOIN rfm_snapshots s ON s.month = m.month
  JOIN persons p ON p.person_no = s.person_no
  GROUP BY 1, 2, 3, 4, 5, 6, 7
),
named AS (
  SELECT
    c.month,
    c.segment,
    coalesce(c.city, 'unknown') AS city,
    coalesce(c.channel, 'unknown') AS channel,
    coalesce(c.gender, 'unknown') AS gender,
    coalesce(b.age_band, 'unknown') AS age_band,
    coalesce(c.acquisition_source, 'unknown') AS acquisition_source,
    c.customers,
    c.orders,
    c.net_revenue
  FROM combined c
  LEFT JOIN age_bands b ON year(c.month) - c.birth_year BETWEEN b.from_age AND b.to_age
)
SELECT
  month,
  CASE
    WHEN grouping(city) = 0 THEN 'city'
    WHEN grouping(channel) = 0 THEN 'channel'
    WHEN grouping(gender) = 0 THEN 'gender'
    WHEN grouping(age_band) = 0 THEN 'age_band'
    ELSE 'acquisition_source'
  END AS dimension,
  coalesce(city, channel, gender, age_band, acquisition_source) AS value,
  segment,
  CAST(sum(customers) AS BIGINT) AS customers,
  CAST(sum(orders) AS BIGINT) AS orders,
  CAST(sum(net_revenue) AS DECIMAL(18, 4)) AS net_revenue
FROM named
GROUP BY GROUPING SETS (
  (month, segment, city), (month, segment, channel), (month, segment, gender), (month, segment, age_band), (month, segment, acquisition_source))
