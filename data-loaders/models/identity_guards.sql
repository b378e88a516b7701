-- One row per identifier that links nobody, and why: private.
-- key: kind, value, reason
-- columns:
--   kind      text     email, phone, card, social or visitor
--   value     text     the identifier in its one spelling; as typed where it has none
--   reason    text     invalid, throw_away or too_many_accounts
--   accounts  integer  accounts that gave it
SELECT v.kind, coalesce(v.value, v.text) AS value, v.reason, count(DISTINCT v.customer_id) AS accounts
FROM identity_values v
JOIN accounts a ON a.customer_id = v.customer_id
WHERE v.reason IS NOT NULL
GROUP BY 1, 2, 3
UNION ALL
SELECT kind, value, 'too_many_accounts', count(*)
FROM identity_shared
WHERE NOT is_linking
GROUP BY 1, 2, 3
ORDER BY kind, value, reason
