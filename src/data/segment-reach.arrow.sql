-- One row per month, segment and channel: whom the shop may write to or call, by the consents given and not withdrawn by the
-- end of the month.
-- key: month, segment, channel
-- columns:
--   month      date      first day of the month
--   segment    text      segment of the R×F(×M) map
--   channel    text      email, sms, push, call; any: one of them at least
--   customers  integer   people in the segment
--   reachable  integer?  those of them who agreed; null: withheld, too few agreed, or too few did not
-- checks:
--   reach is a part: reachable <= customers
--   nobody stands alone: reachable = 0 OR reachable >= $min_customers
SELECT
  month,
  segment,
  channel,
  customers,
  CASE
    WHEN reachable > 0 AND reachable < $min_customers THEN NULL
    WHEN reachable < customers AND customers - reachable < $min_customers THEN NULL
    ELSE reachable
  END AS reachable
FROM reach_counts
ORDER BY month, segment, channel
