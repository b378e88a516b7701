/** Two integer columns that together are a column of money, exactly: whole units, and ten-thousandths; see `joinMoney`. */
export function splitMoney(column: string): string {
  return `CAST(floor(${column}) AS INTEGER), CAST((${column} - floor(${column})) * 10000 AS INTEGER)`;
}

/** Money as numbers, from the two columns of `splitMoney`. */
export function joinMoney(units: Int32Array, rest: Int32Array): Float64Array {
  return Float64Array.from(units, (unit, i) => (10_000 * unit + rest[i]!) / 10_000);
}
