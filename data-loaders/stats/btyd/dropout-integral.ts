import {gaussLegendre} from "../gauss-legendre.ts";

/** Of the moments τ at which a customer may have dropped out: their integral, and means over them. */
export interface DropoutIntegral {
  /** Logarithm of the integral. */
  log: number;
  /** Mean of ln(1 + τ/α). */
  logAlpha: number;
  /** Mean of τ/(α + τ). */
  shareAlpha: number;
  /** Mean of ln(1 + τ/β). */
  logBeta: number;
  /** Mean of τ/(β + τ). */
  shareBeta: number;
}

// Exact to 1e-13 on panels over which ln τ changes by at most 2, and the logarithm of the integrand by no more than this.
const WIDEST_PANEL = 2;
const [flat, steep] = [
  {...gaussLegendre(8), steepest: 4},
  {...gaussLegendre(12), steepest: 10},
];
/** Below e^−38 of the greatest value nothing adds to the sum. */
const NEGLIGIBLE = -38;

/**
 * The integral of (1 + τ/α)^−p (1 + τ/β)^−q over τ from `low` to `high`. It stands for the two Gaussian hypergeometric
 * functions of the Pareto/NBD likelihood (Fader & Hardie 2005, "A Note on Deriving the Pareto/NBD Model", eq. 19–22), whose
 * difference cancels and whose series converge slowly. In y = ln of the time since −min(α, β) the integrand has no sharp
 * feature but its decay, which the panels follow.
 *
 * @param result is filled, so that a million calls make no garbage
 */
export function integrateDropout(
  {p, alpha, q, beta}: {p: number; alpha: number; q: number; beta: number},
  low: number,
  high: number,
  result: DropoutIntegral,
): void {
  const isAlphaLess = alpha <= beta;
  const less = isAlphaLess ? alpha : beta;
  const more = isAlphaLess ? beta : alpha;
  const lessPower = isAlphaLess ? p : q;
  const morePower = isAlphaLess ? q : p;
  const base = less + low;
  const logLess = Math.log1p(low / less);
  const logMore = Math.log1p(low / more);
  const length = Math.log1p((high - low) / base);

  let sum = 0;
  let lessLogs = 0;
  let lessShares = 0;
  let moreLogs = 0;
  let moreShares = 0;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let y = 0; y < length; ) {
    let width = Math.min(WIDEST_PANEL, length - y);
    if (width < 1e-15 * length) break;
    const isFlat = (lessPower + morePower) * width <= flat.steepest;
    const {nodes, weights} = isFlat ? flat : steep;
    if ((lessPower + morePower) * width > steep.steepest) {
      // It falls the faster the later; so this width is at most too large.
      width = Math.min(width, steep.steepest / Math.max(steepness(y), 1e-9));
      while (width > 1e-15 && steepness(y + width) * width > steep.steepest) width /= 1.5;
    }
    let last = 0;
    for (let i = 0; i < nodes.length; i++) {
      const at = y + width * nodes[i]!;
      const grown = base * Math.exp(at);
      const time = grown - less;
      const log = Math.log(1 + time / more);
      last = at - lessPower * at - morePower * (log - logMore);
      if (last > greatest) greatest = last;
      const part = width * weights[i]! * Math.exp(last);
      sum += part;
      lessLogs += part * at;
      lessShares += part / grown;
      moreLogs += part * log;
      moreShares += part / (more + time);
    }
    if (last - greatest < NEGLIGIBLE) break;
    y += width;
  }
  // Too short for a number to tell: nobody can have dropped out in it.
  const divisor = sum > 0 ? sum : 1;
  const meanLessLog = logLess + lessLogs / divisor;
  const meanLessShare = 1 - (less * lessShares) / divisor;
  const meanMoreLog = moreLogs / divisor;
  const meanMoreShare = 1 - (more * moreShares) / divisor;
  result.log = Math.log(base) + Math.log(sum) - lessPower * logLess - morePower * logMore;
  result.logAlpha = isAlphaLess ? meanLessLog : meanMoreLog;
  result.shareAlpha = isAlphaLess ? meanLessShare : meanMoreShare;
  result.logBeta = isAlphaLess ? meanMoreLog : meanLessLog;
  result.shareBeta = isAlphaLess ? meanMoreShare : meanLessShare;

  /** How fast the logarithm of the integrand falls. */
  function steepness(y: number): number {
    const grown = base * Math.exp(y);
    return lessPower - 1 + (morePower * grown) / (more - less + grown);
  }
}
