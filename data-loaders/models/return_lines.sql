-- One row per return: money given back, by the day of the return.
-- view
SELECT order_id, customer_id, CAST(ordered_at AS DATE) AS returned_on, abs(net_amount) AS returned_amount
FROM order_lines
WHERE is_return AND CAST(ordered_at AS DATE) <= $last_day
UNION ALL
SELECT r.order_id, o.customer_id, r.returned_on, r.amount AS returned_amount
FROM returns r
JOIN orders o ON o.order_id = r.order_id
WHERE r.returned_on <= $last_day
