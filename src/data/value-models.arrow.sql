-- One row per period (all of it, or what came before the months of the backtest), model and parameter: what was fitted, and
-- whether customers are valued by it. Of models of purchases that did not do best in the backtest only what came before.
-- key: period, model, parameter
-- columns:
--   period          text     all, or before: without the months that are held out
--   model           text     bg-nbd, mbg-nbd or pareto-nbd, of purchases; gamma-gamma, of their value
--   parameter       text     its name in the literature; times in weeks, money in the reporting currency
--   position        integer  its place among the model's parameters, from 0
--   status          text     ok, too_few (customers who have bought again) or not_converged
--   estimate        number?  maximum likelihood; null unless ok
--   standard_error  number?  null: unknown, or the likelihood is flat there
--   log_likelihood  number?  of the model; null unless ok
--   customers       integer  that the likelihood is of
--   repeaters       integer  of these, those who have bought again
--   warnings        text?    codes, separated by spaces, such as dropout-not-identified
--   is_chosen       boolean  customers are valued by it
--   reason          text?    why: backtest, likelihood, configured, only; null: not chosen, or there is no choice
-- checks:
--   at most one model of purchases is chosen: SELECT count(DISTINCT model) AS models FROM published_value_models WHERE is_chosen AND model <> 'gamma-gamma' HAVING count(DISTINCT model) > 1
SELECT
  period,
  model,
  parameter,
  position,
  status,
  estimate,
  standard_error,
  log_likelihood,
  customers,
  repeaters,
  warnings,
  is_chosen,
  reason
FROM value_fits
ORDER BY period, model, position
