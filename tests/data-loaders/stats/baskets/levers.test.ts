import {describe, expect, test} from "vitest";
import {findLeverGaps, measureLevers, type Sales} from "../../../../data-loaders/stats/baskets/levers.ts";
import fc from "../../../helpers/fast-check.ts";

const sales = {customers: 10, orders: 20, units: 60, revenue: 1200};

describe("three levers", () => {
  test("by hand: 10 customers, 20 orders, 60 units, 1,200", () => {
    expect(measureLevers(sales)).toEqual({basketValue: 60, itemsPerBasket: 3, frequency: 2});
  });

  test("no units told, or money withheld: that lever is unknown", () => {
    expect(measureLevers({...sales, units: null})).toEqual({basketValue: 60, itemsPerBasket: null, frequency: 2});
    expect(measureLevers({...sales, revenue: null})).toEqual({basketValue: null, itemsPerBasket: 3, frequency: 2});
  });
});

describe("gaps", () => {
  test("to the shop's own targets, and what closing each alone would bring", () => {
    expect(findLeverGaps([sales], {basketValue: 66, itemsPerBasket: 3, frequency: 1})).toEqual([
      {
        basketValue: {target: 66, from: null, revenueGain: expect.closeTo(120, 9)},
        itemsPerBasket: {target: 3, from: null, revenueGain: 0},
        frequency: {target: 1, from: null, revenueGain: 0},
      },
    ]);
  });

  test("else to the next better one of the stronger groups; the strongest has none", () => {
    const groups = [
      {...sales, orders: 40, revenue: 2400}, // 4 orders each
      {...sales, orders: 50, units: null, revenue: null}, // 5
      sales, // 2
      {...sales, orders: 90, revenue: 5400}, // 9
      {...sales, orders: 10, units: 20, revenue: 600}, // 1, of 2 units
    ];
    const gaps = findLeverGaps(groups, {});
    expect(gaps.map(({frequency}) => frequency)).toEqual([
      undefined,
      undefined,
      {target: 4, from: 0, revenueGain: 1200},
      undefined,
      {target: 2, from: 2, revenueGain: 600},
    ]);
    // 3 units in the third group, 60/40 and 60/90 in others.
    expect(gaps[4]!.itemsPerBasket).toEqual({target: 3, from: 2, revenueGain: 300});
    expect(gaps.map(({basketValue}) => basketValue)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(findLeverGaps([], {})).toEqual([]);
  });

  test("a withheld revenue tells no gain", () => {
    expect(findLeverGaps([{...sales, revenue: null}], {frequency: 3})).toEqual([
      {frequency: {target: 3, from: null, revenueGain: null}},
    ]);
  });

  test("no target is below the figure that it is for, and no gain is a loss", () => {
    const group = fc.record<Sales>({
      customers: fc.integer({min: 1, max: 99}),
      orders: fc.integer({min: 1, max: 999}),
      units: fc.option(fc.integer({min: 1, max: 999})),
      revenue: fc.option(fc.integer({min: 1, max: 99_999})),
    });
    fc.assert(
      fc.property(fc.array(group, {maxLength: 6}), (groups) => {
        findLeverGaps(groups, {}).forEach((gaps, i) => {
          for (const [name, gap] of Object.entries(gaps)) {
            expect(gap.target).toBeGreaterThan(measureLevers(groups[i]!)[name as keyof typeof gaps]!);
            expect(gap.from).toBeLessThan(i);
            if (gap.revenueGain !== null) expect(gap.revenueGain).toBeGreaterThan(0);
          }
        });
      }),
    );
  });
});
