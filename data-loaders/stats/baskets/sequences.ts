import {type Baskets, countBaskets} from "./baskets.ts";
import {median} from "./median.ts";

/** Orders with what is in each of them, by customer, and a customer's in the order of time. */
export interface OrderHistory extends Baskets {
  /** Customer number of each order, ascending. */
  customerOf: Int32Array;
  /** When each order was placed, in any unit; ascending within a customer. Equal times are one moment: neither is later. */
  timeOf: ArrayLike<number>;
  /** Day of each order, as a count of days. */
  dayOf: Int32Array;
}

/** Customers who bought one thing, and another one in a later order. */
export interface Sequence {
  /** Item numbers; never equal. */
  before: number;
  after: number;
  /** Customers who bought `after` in an order later than their first one with `before`. */
  count: number;
  /** Customers who bought `before` at all, and `after` at all. */
  beforeCount: number;
  afterCount: number;
  /** count by all customers. */
  support: number;
  /** count by beforeCount. */
  confidence: number;
  /**
   * Customers who would be counted if `after` lay in the orders after `before` as often as in any order that is not a
   * customer's first: the sum of 1 − (1 − q)ᵐ over those who bought `before`, who placed m orders after it.
   */
  expected: number;
  /** count by expected: above 1, `after` comes after `before` more often than orders just go on. */
  lift: number;
  /** Median days from the first order with `before` to the first later order with `after`. */
  medianGapDays: number;
  /** Share of the counted customers whose gap is at most so many days, one for each of `withinDays`. */
  shareWithin: number[];
}

interface Options {
  /** Fewest customers; default 1. */
  minCount?: number;
  /** Smallest share of customers; default 0. */
  minSupport?: number;
  /** Default 30, 60 and 90. */
  withinDays?: readonly number[];
  /** Which of them to keep, by their customers and the expected ones; default all. */
  isWanted?: (sequence: Pick<Sequence, "count" | "expected">) => boolean;
  /** How many to keep; default all. */
  most?: number;
}

/** A sequence before its gaps are looked at. */
type Found = Pick<Sequence, "before" | "after" | "count" | "expected" | "lift">;

/**
 * Finds what is bought after what, the highest lift first, then the highest count, then by items.
 *
 * @throws RangeError where orders are not by customer and time, naming the order
 */
export function findSequences(history: OrderHistory, options: Options = {}): Sequence[] {
  const {minCount = 1, minSupport = 0, withinDays = [30, 60, 90], isWanted, most = Number.POSITIVE_INFINITY} = options;
  const {offsets, items, itemCount, customerOf, timeOf, dayOf} = history;
  const {firstOrders, starts, customers, laterShare, lastOrderOf} = readHistory(history);
  const sizeOf = (item: number) => starts[item + 1]! - starts[item]!;
  const isEnough = (count: number) => count >= minCount && count >= 1 && count / customers >= minSupport;

  const counts = new Int32Array(itemCount);
  // The walk in which an item was last seen, so that nothing has to be wiped between two customers.
  const seenIn = new Float64Array(itemCount);
  let walks = 0;
  const found: Found[] = [];
  for (let before = 0; before < itemCount; before++) {
    if (!isEnough(sizeOf(before))) continue;
    counts.fill(0);
    walk(before, (after) => {
      counts[after]!++;
    });
    counts[before] = 0;
    const laterOrders = countLaterOrders(before);
    for (let after = 0; after < itemCount; after++) {
      const count = counts[after]!;
      if (!isEnough(count)) continue;
      const expected = expectCount(laterOrders, laterShare[after]!);
      if (!isWanted || isWanted({count, expected}))
        found.push({before, after, count, expected, lift: count / expected});
    }
  }
  found.sort((a, b) => b.lift - a.lift || b.count - a.count || a.before - b.before || a.after - b.after);
  const kept = found.slice(0, most);
  const gapsOf = collectGaps(kept);
  return kept.map((sequence) => {
    const {before, after, count} = sequence;
    const days = gapsOf(before, after);
    return {
      ...sequence,
      beforeCount: sizeOf(before),
      afterCount: sizeOf(after),
      support: count / customers,
      confidence: count / sizeOf(before),
      medianGapDays: median(days),
      shareWithin: withinDays.map((longest) => days.filter((gap) => gap <= longest).length / count),
    };
  });

  /** Days between the two things, of each customer of a sequence; nobody asks for those of the sequences that are left out. */
  function collectGaps(sequences: readonly Found[]): (before: number, after: number) => number[] {
    const gaps = new Map<number, number[]>();
    const keyOf = (before: number, after: number) => before * itemCount + after;
    for (const {before, after} of sequences) gaps.set(keyOf(before, after), []);
    for (const before of new Set(sequences.map((sequence) => sequence.before)))
      walk(before, (after, days) => gaps.get(keyOf(before, after))?.push(days));
    return (before, after) => gaps.get(keyOf(before, after))!;
  }

  /** Visits, once for each customer who bought `before`, every item of that customer's later orders. */
  function walk(before: number, visit: (after: number, days: number) => void): void {
    for (let i = starts[before]!; i < starts[before + 1]!; i++) {
      const from = firstOrders[i]!;
      const last = lastOrderOf[customerOf[from]!]!;
      walks++;
      for (let order = from + 1; order <= last; order++) {
        if (timeOf[order] === timeOf[from]) continue;
        const days = dayOf[order]! - dayOf[from]!;
        for (let k = offsets[order]!; k < offsets[order + 1]!; k++) {
          const after = items[k]!;
          if (seenIn[after] === walks) continue;
          seenIn[after] = walks;
          visit(after, days);
        }
      }
    }
  }

  /** How many buyers of an item placed m orders after it, by m ascending. */
  function countLaterOrders(item: number): [later: number, buyers: number][] {
    const buyers = new Map<number, number>();
    for (let i = starts[item]!; i < starts[item + 1]!; i++) {
      const from = firstOrders[i]!;
      const last = lastOrderOf[customerOf[from]!]!;
      let next = from + 1;
      while (next <= last && timeOf[next] === timeOf[from]) next++;
      buyers.set(last + 1 - next, (buyers.get(last + 1 - next) ?? 0) + 1);
    }
    return [...buyers].sort(([a], [b]) => a - b);
  }
}

/** Buyers by how many orders they placed later, and how many of them meet a thing at least once that a share of orders has. */
function expectCount(laterOrders: readonly (readonly [later: number, buyers: number])[], share: number): number {
  let expected = 0;
  let missed = 1;
  let orders = 0;
  // Powers by multiplication alone: Math.pow differs in the last bit between engines.
  for (const [later, buyers] of laterOrders) {
    for (; orders < later; orders++) missed *= 1 - share;
    expected += buyers * (1 - missed);
  }
  return expected;
}

/** Finds each customer's first order with each item, and how often an order that is not a customer's first has it. */
function readHistory(history: OrderHistory) {
  const {offsets, items, itemCount, customerOf, timeOf} = history;
  const orders = countBaskets(history);
  const customerSeen = new Int32Array(itemCount).fill(-1);
  const laterCounts = new Int32Array(itemCount);
  const starts = new Int32Array(itemCount + 1);
  const lastOrderOf = new Int32Array((customerOf[orders - 1] ?? -1) + 1).fill(-1);
  let laterOrders = 0;
  let customers = 0;
  let begin = 0;
  for (let order = 0; order < orders; order++) {
    const isSame = order > 0 && customerOf[order] === customerOf[order - 1];
    if (order > 0 && (customerOf[order]! < customerOf[order - 1]! || (isSame && timeOf[order]! < timeOf[order - 1]!)))
      throw new RangeError(`orders[${order}]: not by customer and time`);
    if (!isSame) {
      customers++;
      begin = order;
    }
    lastOrderOf[customerOf[order]!] = order;
    const isLater = timeOf[order]! > timeOf[begin]!;
    if (isLater) laterOrders++;
    for (let k = offsets[order]!; k < offsets[order + 1]!; k++) {
      const item = items[k]!;
      if (isLater) laterCounts[item]!++;
      if (customerSeen[item] === customerOf[order]) continue;
      customerSeen[item] = customerOf[order]!;
      starts[item + 1]!++;
    }
  }
  for (let item = 0; item < itemCount; item++) starts[item + 1]! += starts[item]!;
  const next = starts.slice();
  const firstOrders = new Int32Array(starts[itemCount]!);
  customerSeen.fill(-1);
  for (let order = 0; order < orders; order++)
    for (let k = offsets[order]!; k < offsets[order + 1]!; k++) {
      const item = items[k]!;
      if (customerSeen[item] === customerOf[order]) continue;
      customerSeen[item] = customerOf[order]!;
      firstOrders[next[item]!++] = order;
    }
  const laterShare = Float64Array.from(laterCounts, (count) => count / laterOrders);
  return {firstOrders, starts, customers, laterShare, lastOrderOf};
}
