/** Who bought what on which day; one entry for each line, in any order, repeated ones count once. */
export interface Purchases {
  customerOf: Int32Array;
  /** Numbers from 0. */
  itemOf: Int32Array;
  /** As a count of days. */
  dayOf: Int32Array;
}

/** Gaps between the purchase days of those who bought an item on at least two days. */
export interface ItemGaps {
  item: number;
  /** Where the gaps of each repeating customer begin in `days`, and where the last one's end. */
  offsets: Int32Array;
  /** Days between one purchase day and the next; a customer's last entry is the open gap, from the last one to `asOf`. */
  days: Int32Array;
  /** The longest of them; 0 without one. */
  longest: number;
  /** Of everybody who bought the item, once or more: days from the last purchase to `asOf`. */
  daysSinceLast: Int32Array;
}

/**
 * The gaps of each item that anybody bought, by item. Linear in the lines where they come by customer and day.
 *
 * @throws RangeError where lists differ in length, or a purchase is after `asOf`, naming it
 */
export function collectGaps(purchases: Purchases, asOf: number): ItemGaps[] {
  const {customerOf, itemOf, dayOf} = purchases;
  if (customerOf.length !== itemOf.length || dayOf.length !== itemOf.length)
    throw new RangeError(
      `${customerOf.length} customers, ${itemOf.length} items and ${dayOf.length} days of purchases`,
    );
  const late = dayOf.findIndex((day) => day > asOf);
  if (late >= 0) throw new RangeError(`purchases[${late}]: day ${dayOf[late]} is after ${asOf}`);
  const order = sortPurchases(purchases);
  const all: ItemGaps[] = [];
  for (let i = 0; i < order.length; ) {
    const item = itemOf[order[i]!]!;
    const offsets = [0];
    const days: number[] = [];
    const daysSinceLast: number[] = [];
    while (i < order.length && itemOf[order[i]!] === item) {
      const customer = customerOf[order[i]!]!;
      let last = dayOf[order[i]!]!;
      const before = days.length;
      for (; i < order.length && itemOf[order[i]!] === item && customerOf[order[i]!] === customer; i++) {
        const day = dayOf[order[i]!]!;
        if (day > last) days.push(day - last);
        last = day;
      }
      daysSinceLast.push(asOf - last);
      if (days.length > before) offsets.push(days.push(asOf - last));
    }
    all.push({
      item,
      offsets: Int32Array.from(offsets),
      days: Int32Array.from(days),
      longest: days.reduce((most, gap) => Math.max(most, gap), 0),
      daysSinceLast: Int32Array.from(daysSinceLast),
    });
  }
  return all;
}

/** Places of the lines by item, customer and day. */
function sortPurchases({customerOf, itemOf, dayOf}: Purchases): Uint32Array {
  const lines = Uint32Array.from(itemOf, (_, line) => line);
  const compare = (a: number, b: number) => customerOf[a]! - customerOf[b]! || dayOf[a]! - dayOf[b]!;
  if (!lines.every((line) => line === 0 || compare(line - 1, line) <= 0)) lines.sort(compare);
  const items = itemOf.reduce((most, item) => Math.max(most, item), -1) + 1;
  const next = new Int32Array(items + 1);
  for (const item of itemOf) next[item + 1]!++;
  for (let item = 0; item < items; item++) next[item + 1]! += next[item]!;
  const order = new Uint32Array(lines.length);
  for (const line of lines) order[next[itemOf[line]!]!++] = line;
  return order;
}
