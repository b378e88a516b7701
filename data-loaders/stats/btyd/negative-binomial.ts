/**
 * P(J = x) and P(J ≥ x) for purchases at rates that differ as a gamma distribution does (Ehrenberg 1959).
 *
 * @param shape r of the gamma distribution
 * @param odds time over α of the gamma distribution
 */
export function negativeBinomial(shape: number, odds: number, x: number): {exactly: number; atLeast: number} {
  const share = odds / (1 + odds);
  if (x === 0) return {exactly: Math.exp(-shape * Math.log1p(odds)), atLeast: 1};
  if (odds === 0) return {exactly: 0, atLeast: 0};
  const grow = (j: number) => ((shape + j) / (j + 1)) * share;
  let log = -shape * Math.log1p(odds);
  let below = 0;
  for (let j = 0; j < x; j++) {
    below += Math.exp(log);
    log += Math.log(grow(j));
  }
  const exactly = Math.exp(log);
  if (x <= shape * odds) return {exactly, atLeast: 1 - below};
  let tail = 0;
  let part = exactly;
  for (let j = x; ; j++) {
    tail += part;
    if (!(part > 1e-17 * (1 - share) * tail)) break;
    part *= grow(j);
  }
  return {exactly, atLeast: tail};
}
