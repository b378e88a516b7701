/** Somebody who has not dropped out, as beta-geometric models see it: rate gamma(shape, scale), dropout beta(a, b). */
interface Alive {
  /** r + x. */
  shape: number;
  /** α + T. */
  scale: number;
  a: number;
  /** With one added for each chance to drop out that was not taken. */
  b: number;
}

const NEGLIGIBLE = 1e-15;
const LARGE = 1e200;

/**
 * The purchases to be expected in a time t of somebody who may drop out after each: Σ P(J = j) Σ_{i<j} E[(1 − p)^i], where J
 * is negative binomial and p beta(a, b). It is (a + b − 1)/(a − 1) (1 − ((α + T)/(α + T + t))^(r+x) ₂F₁(…)) of Fader, Hardie
 * & Lee (2005, eq. 10) without the hypergeometric function, which overflows, and without the pole at a = 1: every term of
 * this sum is positive and none is large.
 */
export function countSurvivingPurchases({shape, scale, a, b}: Alive, t: number): number {
  const odds = t / scale;
  const share = odds / (1 + odds);
  const logNone = -shape * Math.log1p(odds);
  // What would be 0 by itself is carried with a factor of e^logFactor, which grows back.
  let logFactor = Math.min(0, logNone + 600);
  let probability = Math.exp(logNone - logFactor);
  let survival = 1;
  let survivals = 0;
  let sum = 0;
  for (let j = 0; ; j++) {
    survivals += survival;
    survival *= (b + j) / (a + b + j);
    const growth = ((shape + j) / (j + 1)) * share;
    probability *= growth;
    const part = probability * survivals;
    sum += part;
    // Said so that NaN ends the loop too.
    if (!(growth >= 1 || part > NEGLIGIBLE * (1 - growth) * sum)) break;
    if (sum > LARGE) {
      sum /= LARGE;
      probability /= LARGE;
      logFactor += Math.log(LARGE);
    }
  }
  return sum * Math.exp(logFactor);
}
