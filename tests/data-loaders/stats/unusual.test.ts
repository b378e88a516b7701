import {describe, expect, test} from "vitest";
import {RandomStream} from "../../../data-loaders/stats/random/random-stream.ts";
import {findUnusual, type SeriesMonth} from "../../../data-loaders/stats/unusual.ts";

const month = (count: number, of = 1000, rest: Partial<SeriesMonth> = {}): SeriesMonth => ({
  count,
  of,
  isWarmingUp: false,
  isPartial: false,
  ...rest,
});

/** Twelve months whose share goes from 0.09 to 0.11 and back: p̄ = x̄ = 0.1, mean moving range 0.02. */
const quiet = Array.from({length: 12}, (_, i) => month(i % 2 ? 110 : 90));

describe("a month is out of the ordinary", () => {
  const verdictOf = (count: number, of = 1000) => findUnusual([...quiet, month(count, of)]).at(-1)!.verdict;

  test("above or below both limits", () => {
    // p-chart: 0.1 ± 3·√(0.09/1000) = 0.1 ± 0.02846; XmR: 0.1 ± 2.66 · 0.02 = 0.1 ± 0.0532.
    expect([46, 47, 100, 153, 154].map((count) => verdictOf(count))).toEqual([
      "below",
      "within",
      "within",
      "within",
      "above",
    ]);
  });

  test("but not above one of them alone", () => {
    // Outside the p-chart only, which 0.13 would pass alone; with 40 people outside the XmR chart only.
    expect(verdictOf(140)).toBe("within");
    expect(verdictOf(8, 40)).toBe("within");
  });
});

test("the limits are those of the months before, the current one excluded", () => {
  expect(findUnusual([...quiet, month(500)]).at(-1)).toMatchObject({
    verdict: "above",
    baselineMonths: 12,
    pChart: {centre: 0.1},
    xmr: {centre: expect.closeTo(0.1, 12), upper: expect.closeTo(0.1532, 6)},
  });
});

test("with fewer than 12 months before nothing is said", () => {
  const judged = findUnusual([...quiet.slice(1), month(500)]);
  expect(judged.every(({verdict, pChart, xmr}) => verdict === "too_short" && !pChart && !xmr)).toBe(true);
  expect(judged.at(-1)!.baselineMonths).toBe(11);
});

test("months that are warming up are neither judged nor held against others", () => {
  const warming = Array.from({length: 12}, () => month(500, 1000, {isWarmingUp: true}));
  const judged = findUnusual([...warming, ...quiet, month(160)]);
  expect(judged.slice(0, 24).every(({verdict}) => verdict === "too_short")).toBe(true);
  expect(judged.at(-1)).toMatchObject({verdict: "above", baselineMonths: 12});
});

test("no more than 24 months back are looked at", () => {
  const long = [...Array.from({length: 30}, () => month(500)), ...quiet, ...quiet, month(160)];
  expect(findUnusual(long).at(-1)).toMatchObject({verdict: "above", baselineMonths: 24, pChart: {centre: 0.1}});
});

test("fewer than five people a month on average are not charted, nor is a month in which nobody could", () => {
  const few = Array.from({length: 12}, (_, i) => month(i ? 5 : 4));
  expect(findUnusual([...few, month(50)]).at(-1)).toMatchObject({verdict: "too_few", pChart: null, xmr: null});
  expect(findUnusual([...few.map((one) => ({...one, count: 5})), month(50)]).at(-1)!.verdict).toBe("above");
  expect(findUnusual([...quiet, month(0, 0)]).at(-1)!.verdict).toBe("too_few");
  const rare = Array.from({length: 12}, (_, i) => (i ? month(0, 0) : month(500)));
  expect(findUnusual([...rare, month(50)]).at(-1)!.verdict).toBe("too_few");
});

test("a month that is not over is drawn, not judged", () => {
  expect(findUnusual([...quiet, month(0, 1000, {isPartial: true})]).at(-1)).toMatchObject({
    verdict: "partial",
    pChart: {centre: 0.1},
  });
});

describe("1,000 simulated series of 48 months", {timeout: 60_000}, () => {
  const series = 1000;
  const months = 48;

  /** A series of one probability around which each month's own is spread; 0: not at all. */
  function simulate(
    index: number,
    spread: number,
    change = (p: number, _t: number) => p,
    length = months,
  ): SeriesMonth[] {
    const dice = new RandomStream(2026, `series ${spread}`, index);
    const p = 0.02 + 0.2 * dice.uniform();
    const size = 300 + 700 * dice.uniform();
    return Array.from({length}, (_, t) => {
      const of = Math.round(size * (0.9 + 0.2 * dice.uniform()));
      const own = Math.min(0.9, Math.max(0, change(p, t) * (1 + spread * dice.normal(0, 1))));
      let count = 0;
      for (let i = 0; i < of; i++) count += Number(dice.chance(own));
      return month(count, of);
    });
  }

  function measure(spread: number) {
    const judged = Array.from({length: series}, (_, i) => findUnusual(simulate(i, spread))).flat();
    const evaluated = judged.filter(({pChart}) => pChart);
    const alarms = evaluated.filter(({verdict}) => verdict !== "within").length;
    return {evaluated: evaluated.length, alarms, rate: alarms / evaluated.length};
  }

  function print(what: string, {alarms, evaluated, rate}: ReturnType<typeof measure>): void {
    process.stderr.write(
      `false alarms, ${what}: ${alarms} of ${evaluated} evaluated months, ${(100 * rate).toFixed(2)} %\n`,
    );
  }

  test("that are stable raise an alarm in at most 2 % of the evaluated months", () => {
    const stable = measure(0);
    print("stable binomial", stable);
    expect(stable.evaluated).toBeGreaterThan(30_000);
    expect(stable.rate).toBeLessThanOrEqual(0.02);
    for (const spread of [0.1, 0.3]) print(`each month's probability spread by ${100 * spread} %`, measure(spread));
  });

  test("that break are found in the month in which they do", () => {
    const at = 30;
    const found = (factor: number, verdict: string) => {
      const judged = Array.from(
        {length: series},
        (_, i) => findUnusual(simulate(i, 0, (p, t) => (t === at ? factor * p : p), at + 1))[at]!,
      );
      return judged.filter((one) => one.verdict === verdict).length / series;
    };
    const [doubled, tripled] = [found(2, "above"), found(3, "above")];
    process.stderr.write(
      `breaks found in their month: doubled ${(100 * doubled).toFixed(1)} %, tripled ${(100 * tripled).toFixed(1)} %\n`,
    );
    expect(doubled).toBeGreaterThan(0.9);
    expect(tripled).toBeGreaterThan(0.99);
  });
});
