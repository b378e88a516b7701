import {checkPurchaseRow, type PurchaseRow} from "./purchase-row.ts";

/** Customers in columns, one entry for each different (x, t_x, T), in ascending order, whatever order they came in. */
export interface GroupedRows {
  /** Different frequencies, ascending. */
  frequencies: Float64Array;
  /** Different times, ascending, in units of the mean age. */
  times: Float64Array;
  /** For each entry: where its frequency, age at last purchase and age stand above. */
  frequencyIndex: Int32Array;
  lastIndex: Int32Array;
  ageIndex: Int32Array;
  customers: Float64Array;
  /** Sum of customers. */
  total: number;
  /** The mean age, in the rows' unit of time; 1 where all ages are 0. */
  timeUnit: number;
}

/**
 * Checks rows and puts equal ones together; the order of rows makes no difference to any bit of the result.
 *
 * @throws RangeError where there is no row, or where one is invalid
 */
export function groupRows(rows: readonly PurchaseRow[]): GroupedRows {
  if (rows.length === 0) throw new RangeError("missing rows: no customer to fit");
  rows.forEach((row, i) => {
    checkPurchaseRow(row, `rows[${i}]`);
  });
  const frequencies = listDifferent(Float64Array.from(rows, (row) => row.frequency));
  const moments = new Float64Array(2 * rows.length);
  rows.forEach((row, i) => {
    moments[2 * i] = row.ageAtLastPurchase;
    moments[2 * i + 1] = row.age;
  });
  const times = listDifferent(moments);
  const keys = Float64Array.from(rows, ({frequency, ageAtLastPurchase, age}) => {
    const pair = findIndex(frequencies, frequency) * times.length + findIndex(times, ageAtLastPurchase);
    return pair * times.length + findIndex(times, age);
  });
  const groups = listDifferent(keys.slice());
  const customers = new Float64Array(groups.length);
  rows.forEach((row, i) => {
    customers[findIndex(groups, keys[i]!)]! += row.customers ?? 1;
  });
  const ageIndex = Int32Array.from(groups, (key) => key % times.length);
  const total = customers.reduce((sum, count) => sum + count, 0);
  const meanAge = customers.reduce((sum, count, i) => sum + count * times[ageIndex[i]!]!, 0) / total;
  const timeUnit = meanAge > 0 ? meanAge : 1;
  return {
    frequencies,
    times: times.map((time) => time / timeUnit),
    frequencyIndex: Int32Array.from(groups, (key) => Math.floor(key / times.length ** 2)),
    lastIndex: Int32Array.from(groups, (key) => Math.floor(key / times.length) % times.length),
    ageIndex,
    customers,
    total,
    timeUnit,
  };
}

/** Every k-th entry, so that about `size` are left: enough to find out where to start. */
export function thinRows(rows: GroupedRows, size: number): GroupedRows {
  const every = Math.ceil(rows.customers.length / size);
  if (every === 1) return rows;
  const isKept = (_: number, i: number) => i % every === 0;
  const customers = rows.customers.filter(isKept);
  const lasts = rows.lastIndex.filter(isKept);
  const ages = rows.ageIndex.filter(isKept);
  const used = Int32Array.of(...lasts, ...ages);
  const times = listDifferent(Float64Array.from(used, (i) => rows.times[i]!));
  const compress = (index: Int32Array) => index.map((i) => findIndex(times, rows.times[i]!));
  return {
    ...rows,
    times,
    frequencyIndex: rows.frequencyIndex.filter(isKept),
    lastIndex: compress(lasts),
    ageIndex: compress(ages),
    customers,
    total: customers.reduce((sum, count) => sum + count, 0),
  };
}

function listDifferent(values: Float64Array): Float64Array {
  return values.sort().filter((value, i) => i === 0 || value !== values[i - 1]);
}

/** Where a value stands among ascending ones, of which it is one. */
function findIndex(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
