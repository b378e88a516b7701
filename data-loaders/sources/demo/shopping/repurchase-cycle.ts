import type {RandomStream} from "../../../stats/random/random-stream.ts";
import {plantedTruths} from "../planted-truths.ts";

/** When one kind of product that is used up, or runs out, is bought again. */
export class RepurchaseCycle {
  due = Infinity;
  #begun = false;
  readonly #random: RandomStream;
  readonly #kind: "perfume" | "insurance";

  constructor(random: RandomStream, kind: "perfume" | "insurance") {
    this.#random = random;
    this.#kind = kind;
  }

  /** Whether an order of this day includes the product; if so, the next one is planned. */
  wants(day: number): boolean {
    const begins = this.#random.chance(0.3);
    if (this.#begun ? day < this.due : !begins) return false;
    const {days, deviation} = plantedTruths[this.#kind];
    this.#begun = true;
    this.due = day + Math.max(20, Math.round(this.#random.normal(days, deviation)));
    return true;
  }
}
