import type {DeltaEstimates} from "./delta-method.ts";
import {deltaMethod} from "./delta-method.ts";
import type {GammaGammaParameter} from "./fit-gamma-gamma.ts";
import {type PurchaseModelName, purchaseModels} from "./purchase-models.ts";
import type {StoredFit} from "./read-fits.ts";
import {type Horizon, scoreCustomers} from "./score-customers.ts";

/** Customers of one group with about the same history. */
export interface GroupHistory {
  group: string;
  /** Repeat purchases. */
  frequency: number;
  /** Days from the first purchase to the last one, and to the end, in steps of `STEP_DAYS`, rounded down. */
  last_step: number;
  age_step: number;
  customers: number;
  /** What their repeat purchases were worth together. */
  repeat_revenue: number;
}

/** Histories so many days apart are taken together: what they are worth hardly differs, and how well it is known even less. */
export const STEP_DAYS = 28;

/**
 * How well the value of groups of customers is known, given that parameters are estimates (`deltaMethod`): the factor by which
 * the upper end of the 95 % interval lies above the estimate, and the lower end below.
 *
 * @param fits of the model of purchases, and of values
 * @returns a factor for each horizon, by group, and under "" for all groups together; null where a fit has no covariance
 */
export function findValueWidths(
  histories: readonly GroupHistory[],
  method: PurchaseModelName,
  fits: readonly [StoredFit, StoredFit],
  horizons: readonly Horizon[],
): Map<string, number[]> | null {
  const groups = ["", ...new Set(histories.map(({group}) => group))];
  const places = histories.map(({group}) => groups.indexOf(group));
  const weeks = (step: number) => ((step + 0.5) * STEP_DAYS) / 7;
  const age = histories.map(({age_step}) => weeks(age_step));
  const columns = {
    frequency: histories.map(({frequency}) => frequency),
    ageAtLastPurchase: histories.map(({frequency, last_step}, i) =>
      frequency === 0 ? 0 : Math.min(age[i]!, weeks(last_step)),
    ),
    age,
  };
  const width = horizons.length;
  const estimate = (params: Record<string, number>) => {
    const {expected} = scoreCustomers(purchaseModels[method].model, params, columns, horizons);
    const {p, q, v} = params as Record<GammaGammaParameter, number>;
    const totals = new Float64Array(width * groups.length);
    histories.forEach(({frequency, customers, repeat_revenue}, i) => {
      // Of all of them together: expected values are linear in what each has spent.
      const value = (p * (customers * v + repeat_revenue)) / (p * frequency + q - 1);
      for (let h = 0; h < width; h++) {
        totals[h]! += expected[h]![i]! * value;
        totals[width * places[i]! + h]! += expected[h]![i]! * value;
      }
    });
    return totals;
  };
  const found: DeltaEstimates | null = deltaMethod(fits, estimate);
  if (!found?.estimates.every((value) => value > 0)) return null;
  return new Map(
    groups.map((group, i) => [
      group,
      horizons.map((_, h) => found.high[width * i + h]! / found.estimates[width * i + h]!),
    ]),
  );
}
