-- One row per measure, method and class of customers (by repeat purchases before; null: all): what was predicted of the months
-- held out, and what came. Only the models, without figures, where the data are too short.
-- key: measure, method, frequency
-- columns:
--   measure                 text      purchases, or revenue, which has no classes
--   method                  text      bg-nbd, mbg-nbd, pareto-nbd; same-rate (as often as before), last-months (as in the months before), linear (regression)
--   frequency               integer?  repeat purchases before, 7: or more; null: all
--   customers               integer   customers of before
--   actual                  number?   what they did in the months held out; revenue in the reporting currency
--   expected                number?   what was predicted
--   mean_absolute_error     number?   per customer; of all customers alone
--   root_mean_square_error  number?   per customer; of all customers alone
--   class_error             number?   absolute errors of the classes by what was actual; of all customers alone
--   is_chosen               boolean   customers are valued by this model
--   reason                  text?     why: backtest, likelihood, configured, only; null: not chosen
-- checks:
--   classes add up to all: SELECT a.method FROM published_backtest_scores a JOIN published_backtest_scores c ON c.method = a.method AND c.measure = a.measure AND c.frequency IS NOT NULL WHERE a.frequency IS NULL GROUP BY a.method, a.customers, a.actual HAVING sum(c.customers) <> a.customers OR sum(CAST(c.actual AS BIGINT)) <> CAST(a.actual AS BIGINT)
SELECT
  measure,
  method,
  frequency,
  customers,
  actual,
  expected,
  mean_absolute_error,
  root_mean_square_error,
  class_error,
  is_chosen,
  reason
FROM backtest_scores
WHERE measure = 'purchases' OR customers >= $min_customers
ORDER BY measure, method, frequency NULLS FIRST
