/** How many of the last values in a row satisfy the test. */
export function streak<T>(values: readonly T[], test: (value: T) => boolean): number {
  let n = 0;
  for (let i = values.length - 1; i >= 0 && test(values[i]!); --i) ++n;
  return n;
}

/** The changes from each value to the next. */
export function changes(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => value - values[i]!);
}
