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
WITH people AS (
  SELECT
    s.month,
    s.segment,
    coalesce(s.city, 'unknown') AS city,
    coalesce(s.channel, 'unknown') AS channel,
    coalesce(p.gender, 'unknown') AS gender,
    coalesce(b.age_band, 'unknown') AS age_band,
    coalesce(p.acquisition_source, 'unknown') AS acquisition_source,
    s.order_count_month,
    s.net_revenue_month
  FROM snapshot_months m
  JOIN rfm_snapshots s ON s.month = m.month
  JOIN persons p ON p.person_no = s.person_no
  LEFT JOIN age_bands b ON year(s.month) - p.birth_year BETWEEN b.from_age AND b.to_age
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
  count(*) AS customers,
  CAST(sum(order_count_month) AS BIGINT) AS orders,
  CAST(sum(net_revenue_month) AS DECIMAL(18, 4)) AS net_revenue
FROM people
GROUP BY GROUPING SETS (
  (month, segment, city), (month, segment, channel), (month, segment, gender), (month, segment, age_band), (month, segment, acquisition_source))
