/** A line through what was seen: `intercept + Σ slopes[j] · x[j]`. */
export interface LinearModel {
  intercept: number;
  slopes: Float64Array;
}

/**
 * Ordinary least squares with an intercept, by the normal equations of centred columns. A column that others determine gets a
 * slope of 0.
 *
 * @param columns one for each feature, all as long as `target`
 * @returns a mean and slopes of 0 where there is nothing to learn from
 */
export function fitLinear(columns: readonly ArrayLike<number>[], target: ArrayLike<number>): LinearModel {
  const n = target.length;
  const means = columns.map(mean);
  const average = mean(target);
  const scales = columns.map((column, j) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (column[i]! - means[j]!) ** 2;
    return Math.sqrt(sum / n) || 1;
  });
  const centred = (j: number, i: number) => (columns[j]![i]! - means[j]!) / scales[j]!;
  const size = columns.length;
  const system = Array.from({length: size}, () => new Float64Array(size + 1));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < size; j++) {
      for (let k = 0; k <= j; k++) system[j]![k]! += centred(j, i) * centred(k, i);
      system[j]![size]! += centred(j, i) * (target[i]! - average);
    }
  for (let j = 0; j < size; j++) for (let k = j + 1; k < size; k++) system[j]![k] = system[k]![j]!;
  const slopes = solve(system, n).map((slope, j) => slope / scales[j]!);
  return {intercept: average - slopes.reduce((sum, slope, j) => sum + slope * means[j]!, 0), slopes};
}

/** Gauss–Jordan elimination of a symmetric system, without the unknowns that others determine. */
function solve(system: Float64Array[], n: number): Float64Array {
  const size = system.length;
  const isFree = system.map((row, j) => {
    if (!(row[j]! > 1e-9 * n)) return false;
    for (let i = 0; i < size; i++) {
      if (i === j) continue;
      const factor = system[i]![j]! / row[j]!;
      for (let k = 0; k <= size; k++) system[i]![k]! -= factor * row[k]!;
    }
    return true;
  });
  return Float64Array.from(system, (row, j) => (isFree[j] ? row[size]! / row[j]! : 0));
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length === 0 ? 0 : sum / values.length;
}
