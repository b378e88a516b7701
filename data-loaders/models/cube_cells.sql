-- One row per month, attribute value and pair of states, small cells included: never published as it is.
-- each: month
-- key: month, dimension, value, from_segment, segment
-- reads: rfm_snapshots 0..0
-- reads: moves 0..0
-- columns:
--   month             date     first day of the month
--   dimension         text     city, channel, gender, age_band, acquisition_source or favourite_category
--   value             text     the customer's value at the snapshot; unknown where there is none
--   from_segment      text?    state a month before; unknown: not known then; null: in the first month
--   segment           text     segment or pool state
--   customers         integer  people
--   orders            integer  their orders in the month
--   net_revenue       money    their net revenue in the month
--   revenue_at_stake  money    of those who moved, net revenue in the window of the month before
WITH ages AS (
  SELECT y.year, p.birth_year, b.age_band
  FROM (SELECT DISTINCT year(month) AS year FROM snapshot_months) y
  CROSS JOIN (SELECT DISTINCT birth_year FROM persons) p
  JOIN age_bands b ON y.year - p.birth_year BETWEEN b.from_age AND b.to_age
),
combined AS (
  SELECT
    s.month,
    CASE WHEN s.month > month_of($first_day) THEN coalesce(v.from_segment, s.segment) END AS from_segment,
    s.segment,
    s.city,
    s.channel,
    p.gender,
    b.age_band,
    p.acquisition_source,
    f.category,
    count(*) AS customers,
    sum(s.order_count_month) AS orders,
    sum(s.net_revenue_month) AS net_revenue,
    sum(v.revenue_at_stake) AS revenue_at_stake
  FROM snapshot_months m
  JOIN rfm_snapshots s ON s.month = m.month
  JOIN persons p ON p.person_no = s.person_no
  LEFT JOIN ages b ON b.year = year(s.month) AND b.birth_year = p.birth_year
  LEFT JOIN moves v ON v.month = s.month AND v.person_no = s.person_no
  LEFT JOIN favourite_categories f
    ON f.person_no = s.person_no AND f.month <= s.month AND coalesce(f.next_month, DATE '9999-01-01') > s.month
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
),
named AS (
  SELECT
    month,
    from_segment,
    segment,
    coalesce(city, 'unknown') AS city,
    coalesce(channel, 'unknown') AS channel,
    coalesce(gender, 'unknown') AS gender,
    coalesce(age_band, 'unknown') AS age_band,
    coalesce(acquisition_source, 'unknown') AS acquisition_source,
    coalesce(category, 'unknown') AS favourite_category,
    customers,
    orders,
    net_revenue,
    revenue_at_stake
  FROM combined
)
SELECT
  month,
  CASE
    WHEN grouping(city) = 0 THEN 'city'
    WHEN grouping(channel) = 0 THEN 'channel'
    WHEN grouping(gender) = 0 THEN 'gender'
    WHEN grouping(age_band) = 0 THEN 'age_band'
    WHEN grouping(acquisition_source) = 0 THEN 'acquisition_source'
    ELSE 'favourite_category'
  END AS dimension,
  coalesce(city, channel, gender, age_band, acquisition_source, favourite_category) AS value,
  from_segment,
  segment,
  CAST(sum(customers) AS BIGINT) AS customers,
  CAST(sum(orders) AS BIGINT) AS orders,
  CAST(sum(net_revenue) AS DECIMAL(18, 4)) AS net_revenue,
  CAST(coalesce(sum(revenue_at_stake), 0) AS DECIMAL(18, 4)) AS revenue_at_stake
FROM named
GROUP BY GROUPING SETS (
  (month, from_segment, segment, city),
  (month, from_segment, segment, channel),
  (month, from_segment, segment, gender),
  (month, from_segment, segment, age_band),
  (month, from_segment, segment, acquisition_source),
  (month, from_segment, segment, favourite_category))
