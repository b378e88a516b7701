/**
 * The logarithms of Γ(p + n)/Γ(p) for ascending n, and their slopes in p. A sum of logarithms is exact where a difference of
 * two large log-gammas is not.
 *
 * @param counts whole numbers n, ascending
 */
export function fillRisingFactorials(p: number, counts: Float64Array, logs: Float64Array, slopes: Float64Array): void {
  let log = 0;
  let slope = 0;
  let j = 0;
  for (let i = 0; i < counts.length; i++) {
    for (; j < counts[i]!; j++) {
      log += Math.log(p + j);
      slope += 1 / (p + j);
    }
    logs[i] = log;
    slopes[i] = slope;
  }
}
