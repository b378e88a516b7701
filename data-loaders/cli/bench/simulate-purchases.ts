import type {PurchaseRow} from "../../stats/btyd/purchase-row.ts";
import type {RandomStream} from "../../stats/random/random-stream.ts";

/** A population that buys and drops out as a model says; times in the parameters' unit. */
export type Population =
  | {model: "bg-nbd" | "mbg-nbd"; params: {r: number; alpha: number; a: number; b: number}}
  | {model: "pareto-nbd"; params: {r: number; alpha: number; s: number; beta: number}};

/**
 * Draws one customer, observed for a time.
 *
 * @param day where it is given, purchases of one day are one, and times are whole days; its length in the unit of time
 */
export function simulatePurchases(
  {model, params}: Population,
  age: number,
  random: RandomStream,
  day?: number,
): PurchaseRow {
  const between = 1 / random.gamma(params.r, 1 / params.alpha);
  const [dropsAfterPurchase, end] = drawDropout();
  let frequency = 0;
  let last = 0;
  for (let time = 0, isFirst = true; ; isFirst = false) {
    if ((!isFirst || model === "mbg-nbd") && random.chance(dropsAfterPurchase)) break;
    time += random.exponential(between);
    if (!(time <= end)) break;
    const moment = day ? Math.floor(time / day) * day : time;
    if (moment === last) continue;
    frequency++;
    last = moment;
  }
  return {frequency, ageAtLastPurchase: last, age};

  function drawDropout(): [probability: number, end: number] {
    if (model === "pareto-nbd")
      return [0, Math.min(age, random.exponential(1 / random.gamma(params.s, 1 / params.beta)))];
    const drops = random.gamma(params.a, 1);
    return [drops / (drops + random.gamma(params.b, 1)), age];
  }
}
