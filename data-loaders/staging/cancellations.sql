-- One row per cancelled line; an empty line number cancels the whole order.
-- view
SELECT order_id, line_no, cancelled_at, reason
FROM source_cancellations
