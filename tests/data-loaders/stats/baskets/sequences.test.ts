import {describe, expect, test} from "vitest";
import {findSequences, type OrderHistory} from "../../../../data-loaders/stats/baskets/sequences.ts";
import fc from "../../../helpers/fast-check.ts";
import {fromLists} from "./basket-fixtures.ts";

type Order = readonly [customer: number, day: number, items: string];

/** Orders as `[customer, day, "ab"]`, at noon of the day; those of one customer and day are at one moment. */
function history(...orders: Order[]): OrderHistory {
  const lists = orders.map(([, , items]) => [...items].map((letter) => letter.charCodeAt(0) - 97));
  return {
    ...fromLists(lists),
    customerOf: Int32Array.from(orders, ([customer]) => customer),
    timeOf: orders.map(([, day]) => day * 24 + 12),
    dayOf: Int32Array.from(orders, ([, day]) => day),
  };
}

const phonesAndCases = history(
  [0, 0, "a"], // a phone, a case 10 days later, and another one
  [0, 10, "b"],
  [0, 50, "b"],
  [1, 5, "ab"], // both at once, and the case again after 40 days
  [1, 45, "b"],
  [2, 7, "b"], // the other way round
  [2, 8, "a"],
  [3, 1, "a"], // a phone, and something else 100 days later
  [3, 101, "c"],
  [4, 9, "c"], // no phone
);

describe("sequences", () => {
  test("by hand", () => {
    const found = findSequences(phonesAndCases);
    const pair = (before: number, after: number) => found.find((row) => row.before === before && row.after === after);
    // Of 5 later orders 3 have a case, so q = 3/5; customers 0 to 3 placed 2, 1, 0 and 1 orders after the phone.
    const expected = 1 - 0.4 ** 2 + 2 * (1 - 0.4);
    expect(pair(0, 1)).toEqual({
      before: 0,
      after: 1,
      count: 2,
      beforeCount: 4,
      afterCount: 3,
      support: 2 / 5,
      confidence: 2 / 4,
      expected: expect.closeTo(expected, 12),
      lift: expect.closeTo(2 / expected, 12),
      medianGapDays: 25,
      shareWithin: [0.5, 1, 1],
    });
    expect(pair(1, 0)).toMatchObject({count: 1, beforeCount: 3, medianGapDays: 1, shareWithin: [1, 1, 1]});
    expect(pair(0, 2)).toMatchObject({count: 1, medianGapDays: 100, shareWithin: [0, 0, 0]});
    expect(found).toHaveLength(3);
  });

  test("the highest lift before; thresholds leave out what is rare", () => {
    expect(findSequences(phonesAndCases).map(({lift}) => lift)).toEqual(
      findSequences(phonesAndCases)
        .map(({lift}) => lift)
        .sort((a, b) => b - a),
    );
    expect(findSequences(phonesAndCases, {minCount: 2})).toHaveLength(1);
    expect(findSequences(phonesAndCases, {minSupport: 0.4})).toHaveLength(1);
    expect(findSequences(phonesAndCases, {minSupport: 0.41})).toHaveLength(0);
    expect(findSequences(phonesAndCases, {minCount: 2, withinDays: [10, 39, 40]})[0]!.shareWithin).toEqual([
      0.5, 0.5, 1,
    ]);
  });

  test("orders at one moment, one order each, empty orders, nobody: nothing is later", () => {
    expect(findSequences(history([0, 1, "a"], [0, 1, "b"]))).toEqual([]);
    expect(findSequences(history([0, 1, "ab"], [1, 2, "b"]))).toEqual([]);
    expect(findSequences(history([0, 1, "a"], [0, 2, ""]))).toEqual([]);
    expect(findSequences(history())).toEqual([]);
  });

  test("orders of one day that are not at one moment follow each other after 0 days", () => {
    const morningAndNoon = {...history([0, 1, "a"], [0, 1, "b"]), timeOf: [1, 2]};
    expect(findSequences(morningAndNoon)).toMatchObject([{before: 0, after: 1, count: 1, medianGapDays: 0}]);
  });

  test("orders that are not by customer and time are an error", () => {
    expect(() => findSequences(history([1, 1, "a"], [0, 1, "a"]))).toThrow("orders[1]: not by customer and time");
    expect(() => findSequences(history([0, 2, "a"], [0, 1, "a"]))).toThrow("orders[1]: not by customer and time");
  });

  test("where orders are filled by chance, lift is about 1", () => {
    let state = 7;
    const chance = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const orders: Order[] = Array.from({length: 4000}, (_, i) => {
      const items = [..."abc"].filter((_letter, item) => chance() < [0.5, 0.3, 0.1][item]!);
      return [Math.floor(i / (1 + (i % 7 > 3 ? 4 : 3))), i, items.join("")] as const;
    });
    orders.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const found = findSequences(history(...orders));
    expect(found).toHaveLength(6);
    for (const {lift} of found) expect(Math.abs(lift - 1)).toBeLessThan(0.1);
  });

  test("are those of brute force", () => {
    const order = fc.tuple(
      fc.integer({min: 0, max: 3}),
      fc.integer({min: 0, max: 9}),
      fc.constantFrom("", "a", "b", "ab", "bc", "abc"),
    );
    fc.assert(
      fc.property(fc.array(order, {maxLength: 20}), (orders) => {
        const sorted = orders.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
        const expected: string[] = [];
        for (const before of "abc")
          for (const after of "abc") {
            if (before === after) continue;
            const gaps = [0, 1, 2, 3].flatMap((customer) => {
              const own = sorted.filter((row) => row[0] === customer);
              const from = own.find((row) => row[2].includes(before));
              const to = from && own.find((row) => row[1] > from[1] && row[2].includes(after));
              return to ? [to[1] - from[1]] : [];
            });
            if (gaps.length > 0)
              expected.push(`${before}${after} ${gaps.length} ${gaps.reduce((sum, gap) => sum + gap)}`);
          }
        const found = findSequences(history(...sorted), {withinDays: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]});
        const listed = found.map(({before, after, count, shareWithin}) => {
          const total = shareWithin.reduce((sum, share) => sum + Math.round((1 - share) * count), 0);
          return `${"abc"[before]}${"abc"[after]} ${count} ${total}`;
        });
        expect(listed.sort()).toEqual(expected);
      }),
    );
  });
});
