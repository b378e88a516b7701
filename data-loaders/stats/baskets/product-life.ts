import {bootstrap} from "../bootstrap.ts";
import {RandomStream} from "../random/random-stream.ts";
import {collectGaps, type ItemGaps, type Purchases} from "./collect-gaps.ts";
import {countDue, DUE_TOLERANCE, type DuePeriod} from "./due-state.ts";
import {openMedianLife} from "./median-life.ts";

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
  /** Completed gaps that ended while it was due; of things bought by chance a tenth do. 0 where the life is unknown. */
  onTimeGaps: number;
  /** All customers, by when it falls due for them; null where the life is unknown. */
  due: Record<DuePeriod, number> | null;
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
  /** Customers to draw in all its replicates, which may be fewer then, but not below 50; default any number. */
  mostDraws?: number;
  /** Share that the interval covers; default 0.95. */
  level?: number;
  /** Of the bootstrap; default 1. */
  seed?: number;
}

/** The interval of many customers is narrow, and needs no more. */
const LEAST_REPLICATES = 50;

/**
 * Product life over the gaps of customers with at least two purchase days of the item, the last open gap of each censored at
 * `asOf` (Kaplan & Meier 1958), with a percentile interval that draws customers and not gaps, since those of one customer
 * are alike.
 *
 * @returns one for each item that anybody bought, by item, each computed when it is asked for
 * @throws RangeError for an override that is no number of days above 0, and for purchases after `asOf`
 */
export function* findProductLives(purchases: Purchases, options: Options): Generator<ProductLife> {
  const {
    asOf,
    minGaps = 30,
    overrides = new Map<number, number>(),
    replicates = 1000,
    mostDraws = Number.POSITIVE_INFINITY,
    level = 0.95,
    seed = 1,
  } = options;
  for (const [item, days] of overrides)
    if (!(days > 0 && days < Number.POSITIVE_INFINITY))
      throw new RangeError(`overrides: invalid life of ${item}: ${days}`);
  for (const own of collectGaps(purchases, asOf)) {
    const {item, offsets, days, daysSinceLast} = own;
    const customers = daysSinceLast.length;
    const repeaters = offsets.length - 1;
    const gaps = days.length - repeaters;
    const isKnown = gaps >= Math.max(1, minGaps);
    const medianLife = openMedianLife(own);
    const medianDays = isKnown ? estimateMedian(repeaters, medianLife) : null;
    const dice = new RandomStream(seed, "product life", item);
    const affordable = Math.min(replicates, Math.max(LEAST_REPLICATES, Math.floor(mostDraws / repeaters)));
    const interval = isKnown ? bootstrap(repeaters, medianLife, dice, {replicates: affordable, level}) : [null, null];
    const override = overrides.get(item);
    const lifeDays = override ?? medianDays;
    yield {
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
      onTimeGaps: lifeDays === null ? 0 : countOnTime(own, lifeDays),
      due: lifeDays === null ? null : countDue(daysSinceLast, lifeDays),
    };
  }
}

function estimateMedian(customers: number, medianLife: (drawn: Int32Array) => number): number | null {
  const everybody = Int32Array.from({length: customers}, (_, customer) => customer);
  const median = medianLife(everybody);
  return Number.isFinite(median) ? median : null;
}

function countOnTime({offsets, days}: ItemGaps, lifeDays: number): number {
  const isOnTime = (gap: number) => Math.abs(gap - lifeDays) <= DUE_TOLERANCE * lifeDays;
  let count = 0;
  for (const gap of days) if (isOnTime(gap)) count++;
  // A customer's last entry is the open gap.
  for (const end of offsets.subarray(1)) if (isOnTime(days[end - 1]!)) count--;
  return count;
}
