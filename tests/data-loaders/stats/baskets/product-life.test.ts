import {describe, expect, test} from "vitest";
import {collectGaps, type Purchases} from "../../../../data-loaders/stats/baskets/collect-gaps.ts";
import {countDue, judgeDue} from "../../../../data-loaders/stats/baskets/due-state.ts";
import {openMedianLife} from "../../../../data-loaders/stats/baskets/median-life.ts";
import {findProductLives as listLives} from "../../../../data-loaders/stats/baskets/product-life.ts";
import {kaplanMeier} from "../../../../data-loaders/stats/kaplan-meier.ts";
import fc from "../../../helpers/fast-check.ts";

const findProductLives = (...args: Parameters<typeof listLives>) => [...listLives(...args)];

type Line = readonly [customer: number, item: number, day: number];

function purchases(...lines: readonly Line[]): Purchases {
  return {
    customerOf: Int32Array.from(lines, ([customer]) => customer),
    itemOf: Int32Array.from(lines, ([, item]) => item),
    dayOf: Int32Array.from(lines, ([, , day]) => day),
  };
}

/** `customers` who each bought item 0 every `gap` days, `times` times, from the day of their number on. */
function regulars(customers: number, gap: number, times: number): Line[] {
  return Array.from({length: customers * times}, (_, i) => {
    const customer = Math.floor(i / times);
    return [customer, 0, customer + (i % times) * gap];
  });
}

const few = purchases([0, 0, 30], [0, 0, 0], [0, 0, 0], [0, 0, 90], [1, 0, 5], [2, 0, 10], [2, 0, 50], [2, 7, 50]);

describe("gaps", () => {
  test("of customers with two purchase days of the item, the open one last", () => {
    expect(collectGaps(few, 100)).toEqual([
      {
        item: 0,
        offsets: Int32Array.of(0, 3, 5),
        days: Int32Array.of(30, 60, 10, 40, 50),
        longest: 60,
        daysSinceLast: Int32Array.of(10, 95, 50),
      },
      {item: 7, offsets: Int32Array.of(0), days: new Int32Array(), longest: 0, daysSinceLast: Int32Array.of(50)},
    ]);
  });

  test("no purchase has no gap; one after the last day is an error", () => {
    expect(collectGaps(purchases(), 100)).toEqual([]);
    expect(() => collectGaps(few, 89)).toThrow("purchases[3]: day 90 is after 89");
  });
});

describe("product life", () => {
  test("by hand: gaps of 30, 40 and 60 days, open ones of 10 and 50", () => {
    // At risk: 4 at 30 days, 3 at 40, 1 at 60; 3/4 · 2/3 = 1/2 goes on beyond 40.
    const [life, other] = findProductLives(few, {asOf: 100, minGaps: 3, replicates: 200});
    expect(life).toMatchObject({
      item: 0,
      customers: 3,
      repeaters: 2,
      repeatShare: 2 / 3,
      gaps: 3,
      medianDays: 40,
      lifeDays: 40,
      isOverridden: false,
      // Of 30, 40 and 60 days one is within 34 to 46.
      onTimeGaps: 1,
      // 10, 95 and 50 days ago: due is from 34 to 46 days, long overdue is after 80.
      due: {long_overdue: 1, overdue: 1, due: 0, next_30: 1, next_60: 0, next_90: 0, later: 0},
    });
    // Customer 0 drawn twice gives 30, customer 2 twice or both give 40.
    expect([life!.lowDays, life!.highDays]).toEqual([30, 40]);
    expect(other).toMatchObject({item: 7, customers: 1, repeaters: 0, repeatShare: 0, gaps: 0, medianDays: null});
  });

  test("needs 30 completed gaps", () => {
    const ends = (lines: Line[]) => findProductLives(purchases(...lines), {asOf: 400, replicates: 50})[0]!;
    expect(ends(regulars(29, 60, 2))).toMatchObject({
      gaps: 29,
      medianDays: null,
      lowDays: null,
      highDays: null,
      lifeDays: null,
      onTimeGaps: 0,
      due: null,
    });
    expect(ends(regulars(30, 60, 2))).toMatchObject({
      gaps: 30,
      medianDays: 60,
      lowDays: 60,
      highDays: 60,
      lifeDays: 60,
    });
  });

  test("is always reached, since each open gap stands beside a completed one; the share that repeats tells how many never do", () => {
    const once = regulars(40, 20, 1);
    const [life] = findProductLives(purchases([0, 0, 20], ...once), {asOf: 90, minGaps: 1, replicates: 50});
    expect(life).toMatchObject({
      customers: 40,
      repeaters: 1,
      repeatShare: 1 / 40,
      medianDays: 20,
      lowDays: 20,
      highDays: 20,
    });
  });

  test("an override holds, and the median is told beside it", () => {
    const options = {asOf: 400, replicates: 50, overrides: new Map([[0, 90]])};
    expect(findProductLives(purchases(...regulars(30, 60, 2)), options)[0]).toMatchObject({
      medianDays: 60,
      lifeDays: 90,
      isOverridden: true,
      onTimeGaps: 0,
      due: {long_overdue: 30},
    });
    expect(findProductLives(purchases(...regulars(3, 60, 2)), options)[0]).toMatchObject({
      medianDays: null,
      lifeDays: 90,
      isOverridden: true,
    });
    expect(() => findProductLives(few, {...options, overrides: new Map([[0, 0]])})).toThrow(
      "overrides: invalid life of 0: 0",
    );
  });

  test("the interval draws customers, so that it is wide where a few have most gaps", () => {
    const many = regulars(1, 10, 60).map(([, , day]) => [99, 0, day] as const);
    const life = findProductLives(purchases(...many, ...regulars(20, 60, 2)), {asOf: 700})[0]!;
    expect(life.medianDays).toBe(10);
    expect([life.lowDays, life.highDays]).toEqual([10, 60]);
  });

  test("equal purchases give equal intervals, in any order", () => {
    const lines = Array.from({length: 300}, (_, i): Line => [i % 40, i % 3, (i * i * 7) % 365]);
    const find = (rows: Line[]) => findProductLives(purchases(...rows), {asOf: 400, replicates: 100});
    expect(find(lines.toReversed())).toEqual(find(lines));
    expect(
      find(lines).every(({medianDays, lowDays, highDays}) => lowDays! <= medianDays! && medianDays! <= highDays!),
    ).toBe(true);
  });

  test("the median of resamples is kaplanMeier's", () => {
    const line = fc.tuple(fc.integer({min: 0, max: 5}), fc.constant(0), fc.integer({min: 0, max: 60}));
    fc.assert(
      fc.property(
        fc.array(line, {minLength: 1, maxLength: 40}),
        fc.array(fc.nat({max: 5}), {minLength: 1}),
        (lines, draws) => {
          const gaps = collectGaps(purchases(...lines), 70)[0]!;
          const repeaters = gaps.offsets.length - 1;
          if (repeaters === 0) return;
          const drawn = Int32Array.from(draws, (draw) => draw % repeaters);
          const lives = [...drawn].flatMap((customer) => {
            const own = [...gaps.days.subarray(gaps.offsets[customer]!, gaps.offsets[customer + 1]!)];
            return own.map((time, i) => ({
              time,
              events: Number(i < own.length - 1),
              censored: Number(i === own.length - 1),
            }));
          });
          const medianLife = openMedianLife(gaps);
          medianLife(drawn.subarray(0, 1)); // nothing of it is left in the next one
          expect(medianLife(drawn)).toBe(kaplanMeier(lives).median ?? Number.POSITIVE_INFINITY);
        },
      ),
    );
  });
});

describe("due", () => {
  test.each([
    [46, "next_60"],
    [47, "next_30"],
    [76, "next_30"],
    [77, "due"],
    [90, "due"],
    [103, "due"],
    [104, "overdue"],
    [180, "overdue"],
    [181, "long_overdue"],
  ])("a perfume of 90 days, %i days after: %s", (days, state) => {
    expect(judgeDue(days, 90)).toBe(state);
  });

  test("an unknown life is never due", () => {
    expect(judgeDue(1000, null)).toBeNull();
  });

  test("the tolerance can be another one", () => {
    expect([judgeDue(89, 90, 0), judgeDue(90, 90, 0), judgeDue(91, 90, 0)]).toEqual(["next_30", "due", "overdue"]);
  });

  test("an insurance of a year falls due later than in 90 days until 220 days have passed", () => {
    // It is due from day 310.25 on.
    expect([220, 221, 251].map((days) => judgeDue(days, 365))).toEqual(["later", "next_90", "next_60"]);
  });

  test("every customer stands somewhere, once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({max: 900})), fc.integer({min: 1, max: 400}), (days, life) => {
        const counts = countDue(Int32Array.from(days), life);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(days.length);
        expect(counts.due).toBe(days.filter((day) => judgeDue(day, life) === "due").length);
      }),
    );
  });

  test("refuses what is no number of days", () => {
    expect(() => judgeDue(-1, 90)).toThrow("invalid daysSince: -1");
    expect(() => judgeDue(1, 0)).toThrow("invalid lifeDays: 0");
    expect(() => judgeDue(1, 90, 1)).toThrow("invalid tolerance: 1");
  });
});
