-- One row per customer and day with a footprint other than an order, and the engagement points of the day: private.
-- empty without: source_web_events, source_message_events, source_calls, source_tickets, source_survey_answers
-- key: person_no, touched_on
-- months of: touched_on
-- columns:
--   person_no   integer  the customer
--   touched_on  date     the day
--   points      integer  engagement points, as they are worth on the day itself
WITH footprints AS (
  SELECT
    coalesce(a.person_no, v.person_no) AS person_no,
    CAST(w.occurred_at AS DATE) AS touched_on,
    CASE w.event
      WHEN 'page_view' THEN $points_page_view
      WHEN 'product_view' THEN $points_product_view
      WHEN 'search' THEN $points_search
      WHEN 'favourite' THEN $points_favourite
      WHEN 'add_to_cart' THEN $points_add_to_cart
      ELSE 0
    END AS points
  FROM web_events w
  LEFT JOIN account_persons a ON a.customer_id = w.customer_id
  LEFT JOIN identity_visitors v ON v.anonymous_id = w.anonymous_id
  UNION ALL
  -- What somebody did with a message; that it was sent is no footprint.
  SELECT
    a.person_no,
    CAST(e.occurred_at AS DATE),
    CASE
      WHEN e.event = 'click' AND coalesce(e.channel, m.channel) IN ('email', 'push') THEN $points_click
      WHEN e.event = 'open' AND coalesce(e.channel, m.channel) = 'email' THEN $points_email_open
      ELSE 0
    END
  FROM message_events e
  LEFT JOIN messages m ON m.message_id = e.message_id
  JOIN account_persons a ON a.customer_id = coalesce(e.customer_id, m.customer_id)
  WHERE e.event IN ('open', 'click')
  UNION ALL
  SELECT a.person_no, CAST(c.opened_at AS DATE), $points_call
  FROM calls c
  JOIN account_persons a ON a.customer_id = c.customer_id
  WHERE coalesce(c.direction, 'inbound') = 'inbound'
  UNION ALL
  SELECT a.person_no, CAST(t.opened_at AS DATE), $points_ticket
  FROM tickets t
  JOIN account_persons a ON a.customer_id = t.customer_id
  UNION ALL
  SELECT a.person_no, CAST(s.answered_at AS DATE), $points_survey_answer
  FROM survey_answers s
  JOIN account_persons a ON a.customer_id = s.customer_id
  WHERE s.answered_at IS NOT NULL
)
SELECT person_no, touched_on, CAST(sum(points) AS BIGINT) AS points
FROM footprints
WHERE person_no IS NOT NULL AND touched_on <= $last_day
GROUP BY person_no, touched_on
ORDER BY touched_on, person_no
