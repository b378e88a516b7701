import {type Candidate, choosePurchaseModel} from "../stats/choose-purchase-model.ts";
import {joinMoney, splitMoney} from "../stats/exact-money.ts";
import type {Fit} from "../stats/fit.ts";
import {fitGammaGamma, type ValueRow} from "../stats/fit-gamma-gamma.ts";
import {groupHistories, groupValues} from "../stats/group-histories.ts";
import {mapInTurns} from "../stats/map-in-turns.ts";
import {type PurchaseModelName, purchaseModelNames, purchaseModels} from "../stats/purchase-models.ts";
import {scoreCustomers} from "../stats/score-customers.ts";
import {scorePredictions} from "../stats/score-predictions.ts";
import {defineModel, type ModelContext, type ModelRow} from "../warehouse/model.ts";

const DAYS_PER_WEEK = 7;

/** Fewer customers who have bought again teach no model. */
const FEWEST_REPEATERS = 100;

export default defineModel({
  grain:
    "One row per period (all of it, or what came before the months of the backtest), model and parameter: what maximum likelihood found. Of models of purchases that did not do best in the backtest only what came before.",
  key: ["period", "model", "parameter"],
  columns: [
    {name: "period", type: "text", isNullable: false, about: "all, or before: without the months that are held out"},
    {name: "model", type: "text", isNullable: false, about: "bg-nbd, mbg-nbd, pareto-nbd; gamma-gamma of values"},
    {name: "parameter", type: "text", isNullable: false, about: "its name in the literature; times in weeks"},
    {name: "position", type: "integer", isNullable: false, about: "its place among the model's parameters, from 0"},
    {name: "status", type: "text", isNullable: false, about: "ok, too_few customers, or not_converged"},
    {name: "estimate", type: "number", isNullable: true, about: "null unless ok"},
    {name: "standard_error", type: "number", isNullable: true, about: "null: unknown, or the likelihood is flat there"},
    {
      name: "log_covariances",
      type: "text",
      isNullable: true,
      about: "of its logarithm with those of all parameters, in their order; null: unknown",
    },
    {name: "log_likelihood", type: "number", isNullable: true, about: "of the model; null unless ok"},
    {name: "customers", type: "integer", isNullable: false, about: "that the likelihood is of"},
    {name: "repeaters", type: "integer", isNullable: false, about: "of these, those who have bought again"},
    {name: "warnings", type: "text", isNullable: true, about: "codes, separated by spaces"},
    {name: "is_chosen", type: "boolean", isNullable: false, about: "customers are valued by this model"},
    {
      name: "reason",
      type: "text",
      isNullable: true,
      about: "why: backtest, likelihood, configured, only; null: not chosen, or of values",
    },
  ],
  inputs: ["purchase_histories"],
  options: ({value}) => value.model,
  async rows({config, integers}) {
    const asked = config.value.model;
    const before = await readPeriod(integers, "cut_");
    const now = await readPeriod(integers, "");
    const earlier = await fitModels(before, purchaseModelNames);
    const tested = choosePurchaseModel(listCandidates(earlier, before), asked);
    // A model that would not be used is not fitted to all data: that would take longer than all the rest.
    let fits = await fitModels(now, tested.name ? [tested.name] : purchaseModelNames);
    let choice = tested;
    if (!tested.name || !isOk(fits.get(tested.name))) {
      fits = await fitModels(now, purchaseModelNames);
      choice = choosePurchaseModel(listCandidates(fits, null), asked);
    }
    return [
      {period: "before", own: before, found: earlier},
      {period: "all", own: now, found: fits},
    ].flatMap(({period, own, found}) => [
      ...[...found].flatMap(([model, fit]) => {
        const isChosen = model === choice.name;
        const about = {period, model, customers: own.customers, repeaters: own.repeaters};
        const chosen = {is_chosen: isChosen, reason: isChosen ? choice.reason : null};
        return listRows({...about, ...chosen}, purchaseModels[model].model.parameterNames, fit);
      }),
      ...listValueRows(period, own.values),
    ]);
  },
});

/** The customers of a period: different histories in columns, with their number and what they did in the months held out. */
interface Period {
  frequency: Int32Array;
  lastDays: Int32Array;
  ageDays: Int32Array;
  counts: Int32Array;
  /** −1 where nothing is held out. */
  heldPurchases: Int32Array;
  heldDays: number;
  values: ValueRow[];
  customers: number;
  repeaters: number;
}

async function readPeriod(integers: ModelContext["integers"], prefix: "" | "cut_"): Promise<Period> {
  const names = ["frequency", "last_days", "age_days"].map((name) => prefix + name);
  const held = prefix === "" ? ["-1", "-1"] : ["sum(held_purchases)", "max(held_days)"];
  const [frequency, lastDays, ageDays, counts, heldPurchases, heldDays] = await integers(
    `SELECT ${[...names, "count(*)", ...held].map((column) => `CAST(${column} AS INTEGER)`).join(", ")}
    FROM purchase_histories WHERE ${names[0]} IS NOT NULL GROUP BY ${names.join(", ")} ORDER BY ${names.join(", ")}`,
  );
  const [repeats, units, rest] = await integers(
    `SELECT CAST(${prefix}frequency AS INTEGER), ${splitMoney(`${prefix}repeat_revenue`)}
    FROM purchase_histories WHERE ${prefix}frequency > 0`,
  );
  return {
    frequency: frequency!,
    lastDays: lastDays!,
    ageDays: ageDays!,
    counts: counts!,
    heldPurchases: heldPurchases!,
    heldDays: heldDays![0] ?? 0,
    values: groupValues(repeats!, joinMoney(units!, rest!)),
    customers: counts!.reduce((sum, count) => sum + count, 0),
    repeaters: repeats!.length,
  };
}

/** A fit of each model; null for too few customers. */
async function fitModels(
  {frequency, lastDays, ageDays, counts, repeaters}: Period,
  names: readonly PurchaseModelName[],
): Promise<Map<PurchaseModelName, Fit<string> | null>> {
  if (repeaters < FEWEST_REPEATERS) return new Map(names.map((name) => [name, null]));
  const rows = groupHistories(frequency, lastDays, ageDays, counts);
  return new Map(await mapInTurns(names, (name) => [name, purchaseModels[name].fit(rows)] as const));
}

/** @param tested the period whose held-out months tell how well each model predicts; null: none does */
function listCandidates(fits: ReadonlyMap<PurchaseModelName, Fit<string> | null>, tested: Period | null): Candidate[] {
  return [...fits].map(([name, fit]) => ({
    name,
    isUsable: isOk(fit),
    logLikelihood: fit?.logLikelihood ?? Number.NEGATIVE_INFINITY,
    classError: tested && isOk(fit) ? findClassError(name, fit!.params, tested) : null,
  }));
}

function findClassError(name: PurchaseModelName, params: Record<string, number>, period: Period): number | null {
  const weeks = (days: Int32Array) => Float64Array.from(days, (day) => day / DAYS_PER_WEEK);
  const {frequency, lastDays, ageDays, counts, heldPurchases, heldDays} = period;
  const customers = {frequency, ageAtLastPurchase: weeks(lastDays), age: weeks(ageDays)};
  const horizon = {times: [heldDays / DAYS_PER_WEEK], weights: [1]};
  const {expected} = scoreCustomers(purchaseModels[name].model, params, customers, [horizon]);
  const ofAll = expected[0]!.map((value, i) => value * counts[i]!);
  return scorePredictions(ofAll, heldPurchases, frequency).classError;
}

function isOk(fit: Fit<string> | null | undefined): boolean {
  return fit?.converged === true && Object.values(fit.params).every(Number.isFinite);
}

function listValueRows(period: string, values: readonly ValueRow[]): ModelRow[] {
  const valued = values.reduce((sum, {customers = 1}) => sum + customers, 0);
  const fit = valued < FEWEST_REPEATERS ? null : fitGammaGamma(values);
  const about = {period, model: "gamma-gamma", customers: valued, repeaters: valued};
  return listRows({...about, is_chosen: isOk(fit), reason: null}, ["p", "q", "v"], fit);
}

function listRows(
  own: Pick<ModelRow, "period" | "model" | "customers" | "repeaters" | "is_chosen" | "reason">,
  parameters: readonly string[],
  fit: Fit<string> | null,
): ModelRow[] {
  return parameters.map((parameter, i) => {
    const error = fit?.standardErrors?.[parameter];
    const covariances = isOk(fit) ? fit!.logCovariance?.[i] : undefined;
    return {
      ...own,
      parameter,
      position: i,
      status: fit === null ? "too_few" : isOk(fit) ? "ok" : "not_converged",
      estimate: isOk(fit) ? fit!.params[parameter]! : null,
      standard_error: isOk(fit) && error !== undefined && Number.isFinite(error) ? error : null,
      log_covariances: covariances ? covariances.join(" ") : null,
      log_likelihood: isOk(fit) ? fit!.logLikelihood : null,
      warnings: fit?.warnings.map(({code}) => code).join(" ") || null,
    };
  });
}
