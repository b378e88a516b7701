import {bootstrap} from "../bootstrap.ts";
import {kaplanMeier} from "../kaplan-meier.ts";
import {RandomStream} from "../random/random-stream.ts";
import {collectGaps, type ItemGaps, type Purchases} from "./collect-gaps.ts";
import {judgeDue} from "./due-state.ts";
import {medianLife} from "./median-life.ts";

/** How long a product, or the products of a category, last until they are bought again. */
export interface ProductLife {
  item: number;
  /** Customers who bought it. */
  customers: number;
  /** Those of them who bought it on a second day. */
  repeaters: number;
  /** repeaters by customers: a life is of repeaters alone, and says nothing of the others. */
  repeatShare: number;
  /** Completed gaps between two purchase days of a customer. */
  gaps: number;
  /** Kaplan–Meier median in days; null where completed gaps are too few. */
  medianDays: number | null;
  /** Its interval, by drawing whole customers. */
  lowDays: number | null;
  highDays: number | null;
  /** What holds: the manual override, else the median; null: unknown, and nothing is ever due. */
  lifeDays: number | null;
  isOverridden: boolean;
  /** Customers for whom it is due about now; 0 where the life is unknown. */
  due: number;
  /** Customers for whom it was due before. */
  overdue: number;
}

interface Options {
  /** Day on which open gaps are cut off, counted as in `dayOf`. */
  asOf: number;
  /** Fewest completed gaps; default 30. */
  minGaps?: number;
  /** Lives that are known otherwise, in days, by item. */
  overrides?: ReadonlyMap<number, number>;
  /** Of the bootstrap; default 1,000. */
  replicates?: number;
  /** Share that the interval covers; default 0.95. */
  level?: number;
  /** Of the bootstrap; default 1. */
  seed?: number;
}

/**
 * Product life over the gaps of customers with at least two purchase days of the item, the last open gap of each censored at
 * `asOf` (Kaplan & Meier 1958), with a percentile interval that draws customers and not gaps, since those of one customer
 * are alike.
 *
 * @returns one for each item that anybody bought, by item
 * @throws RangeError for an override that is no number of days above 0, and for purchases after `asOf`
 */
export function findProductLives(purchases: Purchases, options: Options): ProductLife[] {
  const {
    asOf,
    minGaps = 30,
    overrides = new Map<number, number>(),
    replicates = 1000,
    level = 0.95,
    seed = 1,
  } = options;
  for (const [item, days] of overrides)
    if (!(days > 0 && days < Number.POSITIVE_INFINITY))
      throw new RangeError(`overrides: invalid life of ${item}: ${days}`);
  return collectGaps(purchases, asOf).map((own) => {
    const {item, offsets, days, daysSinceLast} = own;
    const customers = daysSinceLast.length;
    const repeaters = offsets.length - 1;
    const gaps = days.length - repeaters;
    const isKnown = gaps >= Math.max(1, minGaps);
    const medianDays = isKnown ? estimateMedian(own) : null;
    const dice = new RandomStream(seed, "product life", item);
    const interval = isKnown
      ? bootstrap(repeaters, (drawn) => medianLife(own, drawn), dice, {replicates, level})
      : [null, null];
    const override = overrides.get(item);
    const lifeDays = override ?? medianDays;
    const states = Array.from(daysSinceLast, (days) => judgeDue(days, lifeDays));
    return {
      item,
      customers,
      repeaters,
      repeatShare: repeaters / customers,
      gaps,
      medianDays,
      lowDays: interval[0],
      highDays: interval[1],
      lifeDays,
      isOverridden: override !== undefined,
      due: states.filter((state) => state === "due").length,
      overdue: states.filter((state) => state === "overdue").length,
    };
  });
}

function estimateMedian({offsets, days}: ItemGaps): number | null {
  const lives = Array.from(days, (time) => ({time, events: 1, censored: 0}));
  // A customer's last entry is the open gap.
  for (const end of offsets.subarray(1)) lives[end - 1] = {time: days[end - 1]!, events: 0, censored: 1};
  return kaplanMeier(lives).median;
}
