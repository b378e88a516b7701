import type {Objective} from "../optimize/minimize.ts";
import {fillRisingFactorials} from "./fill-rising-factorials.ts";
import type {GroupedRows} from "./group-rows.ts";
import {logistic, softplus} from "./logistic.ts";

/**
 * The mean negative log-likelihood per customer of the BG/NBD (Fader, Hardie & Lee 2005, eq. 6) or the MBG/NBD (Batislam et
 * al. 2007, eq. 3), as a function of ln r, ln α, ln a, ln b, with its gradient. In logarithms throughout, so that nothing
 * overflows; the two ways to a customer's history, alive and dropped out, are added as 1 + exp(difference).
 *
 * @param dropsAtStart whether a customer may drop out right after the first purchase (MBG/NBD)
 */
export function betaGeometricLikelihood(rows: GroupedRows, dropsAtStart: boolean): Objective {
  const {frequencies, times, frequencyIndex, lastIndex, ageIndex, customers, total} = rows;
  const rising = new Float64Array(frequencies.length);
  const risingSlopes = new Float64Array(frequencies.length);
  const survived = new Float64Array(frequencies.length);
  const survivedByA = new Float64Array(frequencies.length);
  const survivedByB = new Float64Array(frequencies.length);
  const logTimes = new Float64Array(times.length);
  const timeShares = new Float64Array(times.length);
  const chances = frequencies.map((frequency) => frequency + Number(dropsAtStart));

  return (point, gradient) => {
    const [r, alpha, a, b] = point.map(Math.exp) as unknown as [number, number, number, number];
    fillRisingFactorials(r, frequencies, rising, risingSlopes);
    fillSurvival();
    for (let i = 0; i < times.length; i++) {
      logTimes[i] = Math.log1p(times[i]! / alpha);
      timeShares[i] = times[i]! / (alpha + times[i]!);
    }
    let sum = 0;
    let byR = 0;
    let byAlpha = 0;
    let byA = 0;
    let byB = 0;
    for (let i = 0; i < customers.length; i++) {
      const own = frequencyIndex[i]!;
      const shape = r + frequencies[own]!;
      const weight = customers[i]!;
      const logAge = logTimes[ageIndex[i]!]!;
      const ageShare = timeShares[ageIndex[i]!]!;
      let log = rising[own]! - frequencies[own]! * point[1]! - shape * logAge + survived[own]!;
      let slopeR = risingSlopes[own]! - logAge;
      let slopeAlpha = shape * ageShare - frequencies[own]!;
      let slopeA = survivedByA[own]!;
      let slopeB = survivedByB[own]!;
      if (chances[own]! > 0) {
        const silence = logAge - logTimes[lastIndex[i]!]!;
        const odds = point[2]! - Math.log(b + chances[own]! - 1) + shape * silence;
        const dropped = logistic(odds);
        log += softplus(odds);
        slopeR += dropped * silence;
        slopeAlpha += dropped * shape * (timeShares[lastIndex[i]!]! - ageShare);
        slopeA += dropped / a;
        slopeB -= dropped / (b + chances[own]! - 1);
      }
      sum += weight * log;
      byR += weight * slopeR;
      byAlpha += weight * slopeAlpha;
      byA += weight * slopeA;
      byB += weight * slopeB;
    }
    gradient[0] = (-r * byR) / total;
    gradient[1] = -byAlpha / total;
    gradient[2] = (-a * byA) / total;
    gradient[3] = (-b * byB) / total;
    return -sum / total;

    /** ln B(a, b + n)/B(a, b) for n chances to drop out, not taken. */
    function fillSurvival(): void {
      let log = 0;
      let slopeA = 0;
      let slopeB = 0;
      let j = 0;
      for (let i = 0; i < chances.length; i++) {
        for (; j < chances[i]!; j++) {
          log -= Math.log1p(a / (b + j));
          slopeA -= 1 / (a + b + j);
          slopeB += a / (b + j) / (a + b + j);
        }
        survived[i] = log;
        survivedByA[i] = slopeA;
        survivedByB[i] = slopeB;
      }
    }
  };
}
