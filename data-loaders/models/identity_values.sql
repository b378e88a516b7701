-- One row per identifier that an account gave, again for each source that has it: its one spelling, and why it cannot link.
-- Columns: customer_id, is_guest, kind, text (as typed), value (null: no phone number), and reason: invalid or throw_away,
-- null for what may link.
-- empty without: identity_texts
-- view
WITH spelled AS (
  SELECT
    t.customer_id,
    t.is_guest,
    t.kind,
    t.text,
    coalesce(t.value, p.value) AS value,
    -- What tells a throw-away value: the part before the @, the digits after the country code, else all of it.
    CASE
      WHEN t.kind = 'email' THEN split_part(t.value, '@', 1)
      WHEN t.kind = 'phone' THEN coalesce(substr(coalesce(t.value, p.value), 4), t.text)
      ELSE t.value
    END AS name,
    CASE WHEN t.kind = 'email' THEN split_part(t.value, '@', 2) END AS domain,
    ' test deneme asd asdf asdasd asdfasdf qwe qwerty xxx yok none null noreply no-reply no.reply no_reply donotreply ' AS words
  FROM identity_texts t
  LEFT JOIN identity_phones p ON p.text = CASE WHEN t.kind = 'phone' AND t.value IS NULL THEN t.text END
)
SELECT
  customer_id,
  is_guest,
  kind,
  text,
  value,
  CASE
    WHEN value = '' OR (kind IN ('email', 'phone', 'card') AND length(name) > 2
      AND substr(name, 2, 1) = substr(name, 1, 1) AND replace(name, substr(name, 1, 1), '') = '') THEN 'throw_away'
    WHEN value IS NULL THEN 'invalid'
    WHEN kind = 'email' AND (name = '' OR split_part(domain, '.', 2) = '' OR length(value) <> length(name) + 1 + length(domain)) THEN 'invalid'
    -- Its beginning tells nearly always that it is none of the words, at a tenth of the cost.
    WHEN kind = 'email' AND strpos(words, concat(' ', substr(name, 1, 3))) > 0
      AND strpos(words, concat(' ', regexp_extract(name, '^([^0-9]+)[0-9]*$', 1), ' ')) > 0 THEN 'throw_away'
    WHEN kind = 'email' AND length(name) > 2 AND strpos('123456789', name) = 1 THEN 'throw_away'
    WHEN kind = 'phone' AND name LIKE '%0000000' THEN 'throw_away'
  END AS reason
FROM spelled
