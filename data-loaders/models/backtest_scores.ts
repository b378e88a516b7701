import {predictLinear, predictSameRate} from "../stats/baselines.ts";
import {joinMoney, splitMoney} from "../stats/exact-money.ts";
import {expectedValue} from "../stats/expected-value.ts";
import type {GammaGammaParameter} from "../stats/fit-gamma-gamma.ts";
import {purchaseModelNames, purchaseModels} from "../stats/purchase-models.ts";
import {type FitRow, readFits} from "../stats/read-fits.ts";
import {scoreCustomers} from "../stats/score-customers.ts";
import {type PredictionScore, scorePredictions} from "../stats/score-predictions.ts";
import {defineModel, type ModelContext, type ModelRow} from "../warehouse/model.ts";

const DAYS_PER_WEEK = 7;

/** What was known of each customer before the months to predict, and what they did then; days in columns, money in units. */
interface Past {
  frequency: Int32Array;
  lastDays: Int32Array;
  ageDays: Int32Array;
  netRevenue: Float64Array;
  repeatRevenue: Float64Array;
  heldPurchases: Int32Array;
  heldRevenue: Float64Array;
  /** As it stood earlier still; −1 for who was no customer then. */
  earlyFrequency: Int32Array;
  earlyLastDays: Int32Array;
  earlyAgeDays: Int32Array;
  earlyRevenue: Float64Array;
  heldDays: number;
  earlyDays: number;
}

interface Prediction {
  method: string;
  purchases: Float64Array;
  revenue: Float64Array | null;
}

export default defineModel({
  grain:
    "One row per measure (purchases, revenue), method and class of customers (by repeat purchases before, null: all): what was predicted of the months held out, and what came. Without a backtest the models alone, without figures.",
  key: ["measure", "method", "frequency"],
  columns: [
    {name: "measure", type: "text", isNullable: false, about: "purchases or revenue"},
    {
      name: "method",
      type: "text",
      isNullable: false,
      about: "a model; or same-rate, last-months, linear: what it has to beat",
    },
    {name: "frequency", type: "integer", isNullable: true, about: "repeat purchases before, 7: or more; null: all"},
    {name: "customers", type: "integer", isNullable: false, about: "customers of before"},
    {name: "actual", type: "number", isNullable: true, about: "what they did in the months held out"},
    {name: "expected", type: "number", isNullable: true, about: "what was predicted"},
    {name: "mean_absolute_error", type: "number", isNullable: true, about: "per customer; of all customers alone"},
    {name: "root_mean_square_error", type: "number", isNullable: true, about: "the same"},
    {
      name: "class_error",
      type: "number",
      isNullable: true,
      about: "absolute errors of the classes by what was actual; of all customers alone",
    },
    {name: "is_chosen", type: "boolean", isNullable: false, about: "customers are valued by this model"},
    {
      name: "reason",
      type: "text",
      isNullable: true,
      about: "why: backtest, likelihood, configured, only; null: not chosen",
    },
  ],
  inputs: ["purchase_histories", "value_fits"],
  async rows({query, integers}) {
    const fits = await query<FitRow>(
      `SELECT period, model, parameter, status, estimate, log_covariances, log_likelihood
      FROM value_fits ORDER BY period, model, position`,
    );
    const past = await readPast(integers);
    const scores =
      past === null
        ? []
        : predict(past, readFits(fits, "before")).flatMap(({method, purchases, revenue}) => [
            {method, measure: "purchases", score: scorePredictions(purchases, past.heldPurchases, past.frequency)},
            ...(revenue
              ? [{method, measure: "revenue", score: scorePredictions(revenue, past.heldRevenue, past.frequency)}]
              : []),
          ]);
    const [choice] = await query<{model: string; reason: string}>(
      "SELECT DISTINCT model, reason FROM value_fits WHERE is_chosen AND reason IS NOT NULL",
    );
    const chosen = (method: string) => ({
      is_chosen: method === choice?.model,
      reason: method === choice?.model ? choice.reason : null,
    });
    const untested = purchaseModelNames.filter((name) => !scores.some(({method}) => method === name));
    return [
      ...scores.flatMap(({method, measure, score}) => listRows(measure, method, score, chosen(method))),
      ...untested.map((method): ModelRow => ({measure: "purchases", method, ...nothing, ...chosen(method)})),
    ];
  },
});

const nothing = {
  frequency: null,
  customers: 0,
  actual: null,
  expected: null,
  mean_absolute_error: null,
  root_mean_square_error: null,
  class_error: null,
};

function predict(past: Past, fits: ReturnType<typeof readFits>): Prediction[] {
  const {frequency, lastDays, ageDays, netRevenue, repeatRevenue, heldDays, earlyDays} = past;
  const horizon = {times: [heldDays / DAYS_PER_WEEK], weights: [1]};
  const weeks = (days: Int32Array) => Float64Array.from(days, (day) => day / DAYS_PER_WEEK);
  const customers = {frequency, ageAtLastPurchase: weeks(lastDays), age: weeks(ageDays)};
  const values = fits.get("gamma-gamma")?.params as Record<GammaGammaParameter, number> | undefined;
  const predictions = purchaseModelNames.flatMap((name): Prediction[] => {
    const fit = fits.get(name);
    if (!fit) return [];
    const purchases = scoreCustomers(purchaseModels[name].model, fit.params, customers, [horizon]).expected[0]!;
    const revenue =
      values && values.q > 1
        ? purchases.map((count, i) => {
            const x = frequency[i]!;
            return count * expectedValue(values, x, x > 0 ? Math.max(0, repeatRevenue[i]!) / x : 0);
          })
        : null;
    return [{method: name, purchases, revenue}];
  });
  predictions.push({
    method: "same-rate",
    purchases: predictSameRate(frequency, ageDays, heldDays),
    revenue: predictSameRate(repeatRevenue, ageDays, heldDays),
  });
  if (earlyDays <= 0) return predictions;

  const factor = heldDays / earlyDays;
  const {earlyFrequency, earlyLastDays, earlyAgeDays, earlyRevenue} = past;
  // Who was no customer yet has −1, so that the first purchase counts as one.
  const recentPurchases = Float64Array.from(frequency, (x, i) => x - earlyFrequency[i]!);
  const recentRevenue = netRevenue.map((money, i) => money - earlyRevenue[i]!);
  predictions.push({
    method: "last-months",
    purchases: recentPurchases.map((count) => factor * count),
    revenue: recentRevenue.map((money) => factor * money),
  });
  const known = (_: number, i: number) => earlyFrequency[i]! >= 0;
  const features = [earlyFrequency, earlyLastDays, earlyAgeDays, earlyRevenue].map((column) => column.filter(known));
  const today = [frequency, lastDays, ageDays, netRevenue];
  if (features[0]!.length > 0)
    predictions.push({
      method: "linear",
      purchases: predictLinear({features, outcome: recentPurchases.filter(known)}, today, factor),
      revenue: predictLinear({features, outcome: recentRevenue.filter(known)}, today, factor),
    });
  return predictions;
}

async function readPast(integers: ModelContext["integers"]): Promise<Past | null> {
  const whole = (column: string) => `CAST(coalesce(${column}, -1) AS INTEGER)`;
  const columns = await integers(
    `SELECT ${["cut_frequency", "cut_last_days", "cut_age_days", "held_purchases", "held_days", "early_days", "early_frequency", "early_last_days", "early_age_days"].map(whole).join(", ")},
      ${["cut_net_revenue", "cut_repeat_revenue", "held_net_revenue", "coalesce(early_net_revenue, 0)"].map(splitMoney).join(", ")}
    FROM purchase_histories WHERE cut_frequency IS NOT NULL ORDER BY person_no`,
  );
  if (columns[0]!.length === 0) return null;
  const money = (i: number) => joinMoney(columns[i]!, columns[i + 1]!);
  return {
    frequency: columns[0]!,
    lastDays: columns[1]!,
    ageDays: columns[2]!,
    heldPurchases: columns[3]!,
    heldDays: columns[4]![0]!,
    earlyDays: columns[5]![0]!,
    earlyFrequency: columns[6]!,
    earlyLastDays: columns[7]!,
    earlyAgeDays: columns[8]!,
    netRevenue: money(9),
    repeatRevenue: money(11),
    heldRevenue: money(13),
    earlyRevenue: money(15),
  };
}

function listRows(
  measure: string,
  method: string,
  score: PredictionScore,
  chosen: {is_chosen: boolean; reason: string | null},
): ModelRow[] {
  const {customers, actual, expected} = score;
  const all: ModelRow = {
    ...{measure, method, frequency: null, customers, actual, expected},
    mean_absolute_error: score.meanAbsoluteError,
    root_mean_square_error: score.rootMeanSquareError,
    class_error: score.classError,
    ...chosen,
  };
  if (measure === "revenue") return [all]; // money of a class may be that of few people
  return [all, ...score.classes.map((own): ModelRow => ({...nothing, measure, method, ...own, ...chosen}))];
}
