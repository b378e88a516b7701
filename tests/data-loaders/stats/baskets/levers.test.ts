import {describe, expect, test} from "vitest";
import {measureLeverGaps, measureLevers, splitDifference} from "../../../../data-loaders/stats/baskets/levers.ts";
import fc from "../../../helpers/fast-check.ts";

const sales = {customers: 10, orders: 20, units: 60, revenue: 1200};

describe("three levers", () => {
  test("by hand: 10 customers, 20 orders, 60 units, 1,200", () => {
    expect(measureLevers(sales)).toEqual({
      basketValue: 60,
      itemsPerBasket: 3,
      frequency: 2,
      itemValue: 20,
      revenuePerCustomer: 120,
    });
  });

  test("the gap to a target, and what closing it alone would bring", () => {
    expect(measureLeverGaps(sales, {basketValue: 66, itemsPerBasket: 3, frequency: 1})).toEqual({
      basketValue: {actual: 60, target: 66, gap: 6, revenueGain: expect.closeTo(120, 9)},
      itemsPerBasket: {actual: 3, target: 3, gap: 0, revenueGain: 0},
      frequency: {actual: 2, target: 1, gap: -1, revenueGain: -600},
    });
    expect(measureLeverGaps(sales, {})).toEqual({});
    expect(() => measureLeverGaps(sales, {frequency: 0})).toThrow("invalid target of frequency: 0");
  });

  test("nobody bought: no lever; no units known: no items", () => {
    expect(measureLevers({customers: 0, orders: 0, units: 0, revenue: 0})).toBeNull();
    expect(measureLeverGaps({customers: 0, orders: 0, units: 0, revenue: 0}, {frequency: 2})).toBeNull();
    expect(measureLevers({...sales, units: 0})).toMatchObject({basketValue: 60, itemsPerBasket: Number.NaN});
  });

  test("a difference that one factor makes is that factor's", () => {
    const from = measureLevers(sales)!;
    const parts = splitDifference(from, measureLevers({...sales, orders: 30, units: 90, revenue: 1800})!)!;
    expect(parts.frequency).toBeCloseTo(60, 10);
    expect(parts.itemsPerBasket).toBeCloseTo(0, 10);
    expect(parts.itemValue).toBeCloseTo(0, 10);
    expect(splitDifference(from, {...from, itemValue: 0, revenuePerCustomer: 0})).toBeNull();
  });

  test("parts add up to the difference, and back is the opposite of forth", () => {
    const some = fc
      .record({
        customers: fc.integer({min: 1, max: 99}),
        orders: fc.integer({min: 1, max: 999}),
        units: fc.integer({min: 1, max: 999}),
        revenue: fc.integer({min: 1, max: 99_999}),
      })
      .map((group) => measureLevers(group)!);
    fc.assert(
      fc.property(some, some, (from, to) => {
        const parts = splitDifference(from, to)!;
        const difference = to.revenuePerCustomer - from.revenuePerCustomer;
        const scale = Math.max(to.revenuePerCustomer, from.revenuePerCustomer);
        expect((parts.itemsPerBasket + parts.itemValue + parts.frequency - difference) / scale).toBeCloseTo(0, 8);
        expect((splitDifference(to, from)!.frequency + parts.frequency) / scale).toBeCloseTo(0, 8);
      }),
    );
  });
});
