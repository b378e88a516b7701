-- One row per behaviour: how many customers showed it among those who were lost and among those who stayed. Both had ordered
-- in the year up to 90 days before the last day of data; lost are those without an order since. What too few did is left out.
-- key: behaviour
-- columns:
--   behaviour     text     quiet (no order in the last 60 of those days), single_order, one_category (two orders or more, all of one), coupon_first (first order with a coupon), unsubscribe, complaint, return, late_delivery or very_late_delivery in that year, no_visit (seen on the site before, and not in the last 30 of those days)
--   lost          integer  customers who were lost, of whom it can be said
--   lost_with     integer  those of them who showed it
--   kept          integer  customers who stayed, of whom it can be said
--   kept_with     integer  those of them who showed it
--   lost_share    number   lost_with by lost
--   kept_share    number   kept_with by kept
--   lift          number?  lost_share by kept_share; null: nobody who stayed showed it
--   alike_share   number?  kept_share if those who stayed had ordered as often in that year (1, 2, 3, 4, 5 to 7, 8 orders or more) and as lately (30, 60 days, more) as those who were lost; null: nobody did
--   alike_lift    number?  lost_share by alike_share, of such customers as there are of both; null: nobody who stayed showed it
-- checks:
--   a part is not more than the whole: lost_with <= lost AND kept_with <= kept
--   no cell stands for too few: (lost_with = 0 OR lost_with >= $min_customers) AND (kept_with = 0 OR kept_with >= $min_customers)
WITH span AS (
  SELECT
    CAST($last_day - INTERVAL '90' DAY AS DATE) AS until,
    CAST($last_day - INTERVAL '455' DAY AS DATE) AS since
),
people AS (
  SELECT
    p.person_no,
    p.next_on IS NULL AS is_lost,
    p.order_no = 1 AS single_order,
    p.ordered_on <= s.until - INTERVAL '60' DAY AS quiet,
    CASE
      WHEN p.ordered_on > s.until - INTERVAL '30' DAY THEN 0
      WHEN p.ordered_on > s.until - INTERVAL '60' DAY THEN 10
      ELSE 20
    END AS recency
  FROM purchases p
  CROSS JOIN span s
  WHERE p.ordered_on > s.since AND p.ordered_on <= s.until AND (p.next_on IS NULL OR p.next_on > s.until)
),
habits AS (
  SELECT
    p.person_no,
    count(*) FILTER (WHERE p.ordered_on > s.since) AS orders,
    max(CASE WHEN p.order_no = 1 THEN p.has_coupon END) AS coupon_first,
    CASE WHEN min(p.category_no) IS NOT NULL THEN count(*) >= 2 AND min(p.category_no) = max(p.category_no) END AS one_category
  FROM purchases p
  CROSS JOIN span s
  WHERE p.ordered_on <= s.until
  GROUP BY p.person_no
),
happened AS (
  SELECT
    e.person_no,
    max(e.event = 'unsubscribe' AND e.day > s.since) AS unsubscribe,
    max(e.event = 'complaint' AND e.day > s.since) AS complaint,
    max(e.event = 'return' AND e.day > s.since) AS return,
    max(e.event = 'late_delivery' AND e.day > s.since) AS late_delivery,
    max(e.event = 'very_late_delivery' AND e.day > s.since) AS very_late_delivery,
    max(e.event = 'visit') AS was_seen,
    max(e.event = 'visit' AND e.day > s.until - INTERVAL '30' DAY) AS visit
  FROM customer_events e
  CROSS JOIN span s
  WHERE e.day <= s.until
  GROUP BY e.person_no
),
-- What no source tells is not the case of nobody: it is unknown.
told AS (
  SELECT DISTINCT event FROM customer_events
),
facts AS (
  SELECT
    p.is_lost,
    p.recency + CASE WHEN h.orders <= 4 THEN h.orders WHEN h.orders <= 7 THEN 5 ELSE 8 END AS stratum,
    p.quiet,
    p.single_order,
    h.one_category,
    h.coupon_first,
    e.unsubscribe,
    e.complaint,
    e.return,
    e.late_delivery,
    e.very_late_delivery,
    CASE WHEN e.was_seen THEN NOT e.visit END AS no_visit
  FROM people p
  JOIN habits h ON h.person_no = p.person_no
  LEFT JOIN happened e ON e.person_no = p.person_no
),
summed AS (
  SELECT
    is_lost,
    stratum,
    count(*) AS customers,
    count(one_category) AS one_category_known,
    count(coupon_first) AS coupon_first_known,
    count(no_visit) AS no_visit_known,
    count(*) FILTER (WHERE quiet) AS quiet,
    count(*) FILTER (WHERE single_order) AS single_order,
    count(*) FILTER (WHERE one_category) AS one_category,
    count(*) FILTER (WHERE coupon_first) AS coupon_first,
    count(*) FILTER (WHERE unsubscribe) AS unsubscribe,
    count(*) FILTER (WHERE complaint) AS complaint,
    count(*) FILTER (WHERE return) AS return,
    count(*) FILTER (WHERE late_delivery) AS late_delivery,
    count(*) FILTER (WHERE very_late_delivery) AS very_late_delivery,
    count(*) FILTER (WHERE no_visit) AS no_visit
  FROM facts
  GROUP BY is_lost, stratum
),
cells AS (
  SELECT
    b.behaviour,
    s.is_lost,
    s.stratum,
    CASE b.behaviour
      WHEN 'one_category' THEN s.one_category_known
      WHEN 'coupon_first' THEN s.coupon_first_known
      WHEN 'no_visit' THEN s.no_visit_known
      ELSE s.customers
    END AS customers,
    CASE b.behaviour
      WHEN 'quiet' THEN s.quiet
      WHEN 'single_order' THEN s.single_order
      WHEN 'one_category' THEN s.one_category
      WHEN 'coupon_first' THEN s.coupon_first
      WHEN 'unsubscribe' THEN s.unsubscribe
      WHEN 'complaint' THEN s.complaint
      WHEN 'return' THEN s.return
      WHEN 'late_delivery' THEN s.late_delivery
      WHEN 'very_late_delivery' THEN s.very_late_delivery
      ELSE s.no_visit
    END AS customers_with
  FROM summed s
  CROSS JOIN (VALUES ('quiet', ''), ('single_order', ''), ('one_category', ''), ('coupon_first', ''), ('unsubscribe', 'unsubscribe'), ('complaint', 'complaint'), ('return', 'return'), ('late_delivery', 'late_delivery'), ('very_late_delivery', 'late_delivery'), ('no_visit', 'visit')) AS b (behaviour, event)
  LEFT JOIN told t ON t.event = b.event
  WHERE b.event = '' OR t.event IS NOT NULL
),
strata AS (
  SELECT
    behaviour,
    stratum,
    CAST(sum(CASE WHEN is_lost THEN customers ELSE 0 END) AS BIGINT) AS lost,
    CAST(sum(CASE WHEN is_lost THEN customers_with ELSE 0 END) AS BIGINT) AS lost_with,
    CAST(sum(CASE WHEN is_lost THEN 0 ELSE customers END) AS BIGINT) AS kept,
    CAST(sum(CASE WHEN is_lost THEN 0 ELSE customers_with END) AS BIGINT) AS kept_with
  FROM cells
  GROUP BY behaviour, stratum
),
compared AS (
  SELECT
    behaviour,
    CAST(sum(lost) AS BIGINT) AS lost,
    CAST(sum(lost_with) AS BIGINT) AS lost_with,
    CAST(sum(kept) AS BIGINT) AS kept,
    CAST(sum(kept_with) AS BIGINT) AS kept_with,
    -- Those of strata in which somebody stayed; a decimal, so that the sum does not depend on its order.
    CAST(sum(lost) FILTER (WHERE kept > 0) AS BIGINT) AS matched,
    CAST(sum(lost_with) FILTER (WHERE kept > 0) AS BIGINT) AS matched_with,
    sum(CAST(CAST(lost * kept_with AS DOUBLE) / nullif(kept, 0) AS DECIMAL(18, 6))) AS expected_with
  FROM strata
  GROUP BY behaviour
)
SELECT
  behaviour,
  lost,
  lost_with,
  kept,
  kept_with,
  CAST(lost_with AS DOUBLE) / nullif(lost, 0) AS lost_share,
  CAST(kept_with AS DOUBLE) / nullif(kept, 0) AS kept_share,
  CAST(lost_with * kept AS DOUBLE) / nullif(lost * kept_with, 0) AS lift,
  CASE WHEN matched > 0 THEN CAST(expected_with AS DOUBLE) / matched END AS alike_share,
  CASE WHEN expected_with > 0 THEN matched_with / CAST(expected_with AS DOUBLE) END AS alike_lift
FROM compared
WHERE lost >= $min_customers
  AND kept >= $min_customers
  AND (lost_with = 0 OR lost_with >= $min_customers)
  AND (kept_with = 0 OR kept_with >= $min_customers)
  AND lost_with + kept_with > 0
ORDER BY behaviour
