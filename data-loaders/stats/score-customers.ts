import type {PurchaseModel} from "./btyd/purchase-model.ts";

/** Customers in columns, as `PurchaseRow` describes them one by one. */
export interface CustomerColumns {
  /** x: repeat purchases. */
  frequency: ArrayLike<number>;
  /** t_x: age at the last purchase. */
  ageAtLastPurchase: ArrayLike<number>;
  /** T: age. */
  age: ArrayLike<number>;
}

/** A weighted sum of expectations: Σ weights[i] · E[Y(times[i])]. `discountPurchases` makes one; [t] and [1] is E[Y(t)]. */
export interface Horizon {
  times: readonly number[];
  weights: readonly number[];
}

export interface CustomerScores {
  /** In [0, 1]. */
  probabilityAlive: Float64Array;
  /** For each horizon, its sum of expected purchases per customer. */
  expected: Float64Array[];
}

/** Eight megabytes a horizon. */
const LARGEST_TABLE = 1_000_000;
const MOST_AGES = 50_000;

/**
 * P(alive) and expected purchases of every customer. Expectations of somebody alive depend on x and T only, which many
 * customers share: each pair is computed once as long as ages are counted in days or weeks.
 *
 * @param params of the model, in the columns' unit of time
 * @throws RangeError for an impossible history or horizon
 */
export function scoreCustomers<Name extends string>(
  model: PurchaseModel<Name>,
  params: Record<Name, number>,
  {frequency, ageAtLastPurchase, age}: CustomerColumns,
  horizons: readonly Horizon[],
): CustomerScores {
  const count = frequency.length;
  const probabilityAlive = new Float64Array(count);
  const expected = horizons.map(() => new Float64Array(count));
  const customer = {frequency: 0, ageAtLastPurchase: 0, age: 0};
  const ages = new Map<number, number>();
  const silentAlive = new Map<number, number>();
  let greatest = 0;
  for (let i = 0; i < count; i++) {
    customer.frequency = frequency[i]!;
    customer.ageAtLastPurchase = ageAtLastPurchase[i]!;
    customer.age = age[i]!;
    // Most customers of most shops have not bought again, and only their age tells them apart.
    const silent = customer.frequency === 0 ? silentAlive.get(customer.age) : undefined;
    const alive = silent ?? model.probabilityAlive(params, customer);
    if (customer.frequency === 0 && silent === undefined && silentAlive.size < MOST_AGES)
      silentAlive.set(customer.age, alive);
    probabilityAlive[i] = alive;
    if (customer.frequency > greatest) greatest = customer.frequency;
    if (ages.size * (greatest + 1) <= LARGEST_TABLE && !ages.has(customer.age)) ages.set(customer.age, ages.size);
  }
  const isShared = ages.size * (greatest + 1) <= LARGEST_TABLE;
  const known = horizons.map(() => new Float64Array(isShared ? ages.size * (greatest + 1) : 1).fill(Number.NaN));
  const times = [...new Set(horizons.flatMap((horizon) => horizon.times))];
  const terms = horizons.map(({weights, times: own}) => own.map((t, k) => [times.indexOf(t), weights[k]!] as const));
  const purchases = new Float64Array(times.length);
  for (let i = 0; i < count; i++) {
    const x = frequency[i]!;
    const cell = isShared ? ages.get(age[i]!)! * (greatest + 1) + x : 0;
    if (!isShared || (horizons.length > 0 && Number.isNaN(known[0]![cell]!))) {
      times.forEach((t, k) => {
        purchases[k] = model.expectedTransactionsWhileAlive(params, x, age[i]!, t);
      });
      terms.forEach((own, h) => {
        known[h]![cell] = own.reduce((sum, [k, weight]) => sum + weight * purchases[k]!, 0);
      });
    }
    for (let h = 0; h < horizons.length; h++) expected[h]![i] = probabilityAlive[i]! * known[h]![cell]!;
  }
  return {probabilityAlive, expected};
}
