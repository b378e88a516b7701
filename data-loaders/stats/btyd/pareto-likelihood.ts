import type {Objective} from "../optimize/minimize.ts";
import {type DropoutIntegral, integrateDropout} from "./dropout-integral.ts";
import {fillRisingFactorials} from "./fill-rising-factorials.ts";
import type {GroupedRows} from "./group-rows.ts";
import {logistic, softplus} from "./logistic.ts";

/**
 * The mean negative log-likelihood per customer of the Pareto/NBD (Schmittlein, Morrison & Colombo 1987; in the form of
 * Fader & Hardie 2005, eq. 17), as a function of ln r, ln α, ln s, ln β, with its gradient.
 */
export function paretoLikelihood(rows: GroupedRows): Objective {
  const {frequencies, times, frequencyIndex, lastIndex, ageIndex, customers, total} = rows;
  const rising = new Float64Array(frequencies.length);
  const risingSlopes = new Float64Array(frequencies.length);
  const integral: DropoutIntegral = {log: 0, logAlpha: 0, shareAlpha: 0, logBeta: 0, shareBeta: 0};

  return (point, gradient) => {
    const [r, alpha, s, beta] = point.map(Math.exp) as unknown as [number, number, number, number];
    fillRisingFactorials(r, frequencies, rising, risingSlopes);
    let sum = 0;
    let byR = 0;
    let byAlpha = 0;
    let byS = 0;
    let byBeta = 0;
    for (let i = 0; i < customers.length; i++) {
      const own = frequencyIndex[i]!;
      const frequency = frequencies[own]!;
      const age = times[ageIndex[i]!]!;
      const last = times[lastIndex[i]!]!;
      const shape = r + frequency;
      const logAlpha = Math.log1p(age / alpha);
      const logBeta = Math.log1p(age / beta);
      const alive = -shape * logAlpha - s * logBeta;
      let log = alive;
      let dropped = 0;
      let slopeR = -logAlpha;
      let slopeAlpha = (shape * age) / (alpha + age);
      let slopeS = -logBeta;
      let slopeBeta = (s * age) / (beta + age);
      if (age > last) {
        integrateDropout({p: shape, alpha, q: s + 1, beta}, last, age, integral);
        const odds = point[2]! - point[3]! + integral.log - alive;
        dropped = logistic(odds);
        log += softplus(odds);
        const kept = 1 - dropped;
        slopeR = kept * slopeR - dropped * integral.logAlpha;
        slopeAlpha = kept * slopeAlpha + dropped * shape * integral.shareAlpha;
        slopeS = kept * slopeS + dropped * (1 / s - integral.logBeta);
        slopeBeta = kept * slopeBeta + dropped * ((s + 1) * integral.shareBeta - 1);
      }
      const weight = customers[i]!;
      sum += weight * (log + rising[own]! - frequency * point[1]!);
      byR += weight * (slopeR + risingSlopes[own]!);
      byAlpha += weight * (slopeAlpha - frequency);
      byS += weight * slopeS;
      byBeta += weight * slopeBeta;
    }
    gradient[0] = (-r * byR) / total;
    gradient[1] = -byAlpha / total;
    gradient[2] = (-s * byS) / total;
    gradient[3] = -byBeta / total;
    return -sum / total;
  };
}
