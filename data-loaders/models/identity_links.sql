-- One row per link that made two people one, the merge log: private.
-- empty without: identity_unions
-- key: alias_id
-- columns:
--   alias_id          text  account that was a person's anchor until this link
--   person_id         text  anchor of the person that it is part of in the end
--   account_id        text  account on the alias's side of the link
--   other_account_id  text  account on the other side
--   kind              text  email, phone, card, social or visitor
--   value             text  what the two share, in its one spelling
--   rule              text  why that is a link
WITH accounts_by_no AS (
  SELECT DISTINCT account_no, customer_id FROM identity_shared
),
values_by_no AS (
  SELECT DISTINCT value_no, kind, value, sharers FROM identity_shared
)
SELECT
  alias.customer_id AS alias_id,
  anchor.customer_id AS person_id,
  one.customer_id AS account_id,
  other.customer_id AS other_account_id,
  v.kind,
  v.value,
  concat(
    CASE v.kind
      WHEN 'email' THEN 'same e-mail'
      WHEN 'phone' THEN 'same phone'
      WHEN 'card' THEN 'same card'
      WHEN 'social' THEN 'same social account'
      ELSE 'same browser'
    END,
    ', shared by ', CAST(v.sharers AS VARCHAR), ' of at most ', CAST($max_accounts_per_identifier AS VARCHAR)) AS rule
FROM identity_unions u
JOIN values_by_no v ON v.value_no = u.value_no
JOIN accounts_by_no alias ON alias.account_no = u.alias_no
JOIN accounts_by_no anchor ON anchor.account_no = u.anchor_no
JOIN accounts_by_no one ON one.account_no = u.account_no
JOIN accounts_by_no other ON other.account_no = u.other_account_no
ORDER BY alias_id
