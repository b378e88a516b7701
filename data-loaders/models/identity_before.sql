-- One row per account that the run before knew, and whose it was then: private state (docs/privacy.md), put in place of
-- this query where there is any.
-- key: account_id
-- columns:
--   account_id  text  the account
--   anchor_id   text  anchor of the person that it was part of
SELECT CAST(NULL AS VARCHAR) AS account_id, CAST(NULL AS VARCHAR) AS anchor_id
WHERE false
