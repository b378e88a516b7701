import {expect, test} from "vitest";
import {simulatePurchases} from "../../../data-loaders/cli/bench/simulate-purchases.ts";
import {fitBgNbd} from "../../../data-loaders/stats/fit-bg-nbd.ts";
import {groupHistories, groupValues} from "../../../data-loaders/stats/group-histories.ts";
import {RandomStream} from "../../../data-loaders/stats/random/random-stream.ts";

test("few histories are told apart by days, in weeks", () => {
  expect(groupHistories([0, 2], [0, 14], [7, 20], [3, 1])).toEqual([
    {frequency: 0, ageAtLastPurchase: 0, age: 1, customers: 3},
    {frequency: 2, ageAtLastPurchase: 2, age: 20 / 7, customers: 1},
  ]);
});

test("many are told apart by weeks, which hardly moves a parameter, and loses nobody", () => {
  const random = new RandomStream(7, "histories");
  const population = {model: "bg-nbd", params: {r: 0.5, alpha: 10, a: 0.8, b: 2.4}} as const;
  const rows = Array.from({length: 80_000}, () =>
    simulatePurchases(population, random.integer(90, 729) / 7, random, 1 / 7),
  );
  const days = (weeks: number) => Math.round(7 * weeks);
  const grouped = groupHistories(
    rows.map(({frequency}) => frequency),
    rows.map(({ageAtLastPurchase}) => days(ageAtLastPurchase)),
    rows.map(({age}) => days(age)),
    rows.map(() => 1),
  );
  expect(grouped.reduce((sum, {customers}) => sum + customers!, 0)).toBe(rows.length);
  expect(grouped.length).toBeLessThan(rows.length / 2);
  expect(grouped.every(({ageAtLastPurchase, age}) => Number.isInteger(age) && ageAtLastPurchase <= age)).toBe(true);
  const [exact, coarse] = [fitBgNbd(rows).params, fitBgNbd(grouped).params];
  for (const name of ["r", "alpha", "a", "b"] as const)
    expect(Math.abs(coarse[name] / exact[name] - 1)).toBeLessThan(0.02);
});

test("mean values to three digits; who has bought once, or is worth nothing, is left out", () => {
  expect(groupValues([1, 2, 2, 0, 3], [100.4, 200.2, 199.9, 50, -5])).toEqual([
    {frequency: 1, meanValue: 100, customers: 1},
    {frequency: 2, meanValue: 100, customers: 2},
  ]);
});
