import {discountPurchases} from "../stats/discount-purchases.ts";
import {type PurchaseModelName, purchaseModels} from "../stats/purchase-models.ts";
import {type FitRow, readFits} from "../stats/read-fits.ts";
import {scoreCustomers} from "../stats/score-customers.ts";
import {defineModel} from "../warehouse/model.ts";

const DAYS_PER_WEEK = 7;
const WEEKS_PER_MONTH = 365.25 / 84;

export default defineModel({
  grain:
    "One row per history (repeat purchases, days to the last one, age) that customers have: what the chosen model expects of them. None where no model could be fitted.",
  key: ["frequency", "last_days", "age_days"],
  columns: [
    {name: "frequency", type: "integer", isNullable: false, about: "repeat purchases"},
    {name: "last_days", type: "integer", isNullable: false, about: "days from the first purchase to the last one"},
    {
      name: "age_days",
      type: "integer",
      isNullable: false,
      about: "days from the first purchase to the last day of data",
    },
    {name: "alive_probability", type: "number", isNullable: false, about: "has not left for good"},
    {name: "purchases_6_months", type: "number", isNullable: false, about: "to be expected in the next 6 months"},
    {name: "purchases_12_months", type: "number", isNullable: false, about: "in the next 12 months"},
    {name: "discounted_6_months", type: "number", isNullable: false, about: "the same, later ones counting less"},
    {name: "discounted_12_months", type: "number", isNullable: false, about: "the same of 12 months"},
  ],
  inputs: ["purchase_histories", "value_fits"],
  options: ({value}) => value.discountRate,
  async rows({config, query, integers}) {
    const [chosen] = await query<{method: PurchaseModelName}>(
      "SELECT DISTINCT model AS method FROM value_fits WHERE is_chosen AND reason IS NOT NULL",
    );
    if (!chosen) return [];
    const fits = await query<FitRow>(
      `SELECT period, model, parameter, status, estimate, log_covariances, log_likelihood
      FROM value_fits ORDER BY period, model, position`,
    );
    const [frequency, lastDays, ageDays] = await integers(
      `SELECT CAST(frequency AS INTEGER), CAST(last_days AS INTEGER), CAST(age_days AS INTEGER)
      FROM purchase_histories GROUP BY frequency, last_days, age_days ORDER BY frequency, last_days, age_days`,
    );
    const weeks = (days: Int32Array) => Float64Array.from(days, (day) => day / DAYS_PER_WEEK);
    const options = {monthlyRate: config.value.discountRate};
    const {probabilityAlive, expected} = scoreCustomers(
      purchaseModels[chosen.method].model,
      readFits(fits, "all").get(chosen.method)!.params,
      {frequency: frequency!, ageAtLastPurchase: weeks(lastDays!), age: weeks(ageDays!)},
      [
        {times: [6 * WEEKS_PER_MONTH], weights: [1]},
        {times: [12 * WEEKS_PER_MONTH], weights: [1]},
        discountPurchases(6, options),
        discountPurchases(12, options),
      ],
    );
    return Array.from(frequency!, (x, i) => ({
      frequency: x,
      last_days: lastDays![i]!,
      age_days: ageDays![i]!,
      alive_probability: probabilityAlive[i]!,
      purchases_6_months: expected[0]![i]!,
      purchases_12_months: expected[1]![i]!,
      discounted_6_months: expected[2]![i]!,
      discounted_12_months: expected[3]![i]!,
    }));
  },
});
