import type {PurchaseModel} from "./btyd/purchase-model.ts";
import {expectedValue} from "./expected-value.ts";
import type {GammaGammaParameter} from "./fit-gamma-gamma.ts";
import {type CustomerColumns, type Horizon, scoreCustomers} from "./score-customers.ts";

/** Customers in columns, with what their repeat purchases were worth on average; not read without any. */
export interface ValuedColumns extends CustomerColumns {
  meanValue: ArrayLike<number>;
}

/**
 * What every customer is expected to spend over each horizon: expected purchases times their expected value, which the
 * Gamma–Gamma model takes to be independent (Fader, Hardie & Lee 2005, "RFM and CLV", 2).
 *
 * @param params of both models, in the columns' units of time and money
 * @param horizons `discountPurchases(6)` and `discountPurchases(12)`, for example
 * @returns for each horizon a column, in the unit of money
 */
export function valueCustomers<Name extends string>(
  model: PurchaseModel<Name>,
  params: Record<Name | GammaGammaParameter, number>,
  customers: ValuedColumns,
  horizons: readonly Horizon[],
): Float64Array[] {
  const {expected} = scoreCustomers(model, params, customers, horizons);
  const {frequency, meanValue} = customers;
  for (let i = 0; i < frequency.length; i++) {
    const value = expectedValue(params, frequency[i]!, meanValue[i]!);
    for (const column of expected) column[i]! *= value;
  }
  return expected;
}
