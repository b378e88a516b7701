-- One row per return of a line.
-- view
SELECT order_id, line_no, CAST(returned_at AS DATE) AS returned_on, quantity, amount, reason
FROM source_returns
