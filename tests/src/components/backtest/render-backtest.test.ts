import {expect, test} from "vitest";
import {type BacktestData, renderBacktest} from "../../../../src/components/backtest/render-backtest.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";
import {backtestScores, backtestWeeks, valueModels} from "../../value-fixtures.ts";

function data(change: Partial<BacktestData> = {}): BacktestData {
  const {manifest, segments} = smallShop();
  return {manifest, segments, models: valueModels, scores: backtestScores, weeks: backtestWeeks, ...change};
}

const untested = backtestScores
  .filter((row) => row.frequency === null && row.measure === "purchases" && row.method.endsWith("nbd"))
  .map((row) => ({...row, actual: null, expected: null, class_error: null, mean_absolute_error: null}));

test.each(["tr", "en"] as const)("the %s page has its four cards and no script", async (lang) => {
  const source = renderBacktest(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/backtest`);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity|\[object/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  expect(root.querySelectorAll(".card").length).toBe(4);
  expect(root.querySelectorAll('.drawing svg[role="img"][aria-label]').length).toBe(6);
});

test("what came, what was expected, and by which model and why customers are valued", () => {
  const root = parse(renderBacktest(data(), {lang: "en"}));
  expect(root.querySelector("h1")!.textContent).toBe(
    "In the last 6 full months known customers bought 1,000 times; the model, which had not seen them, expected 1,040.",
  );
  const deck = root.querySelector(".deck")!.textContent!;
  expect(deck).toContain("Customers are valued by the Pareto/NBD, whose predictions of these 6 months");
  expect(deck).toContain("It was off by 9.0% of the purchases; “as often as before” would have been off by 70%.");
  expect(parse(renderBacktest(data(), {lang: "tr"})).querySelector("h1")!.textContent).toBe(
    "Son 6 tam ayda bilinen müşteriler 1.000 kez alışveriş yaptı; bu ayları görmemiş model 1.040 bekliyordu.",
  );
});

test("methods in the order of their errors, with purchases and revenue", () => {
  const rows = [...parse(renderBacktest(data(), {lang: "en"})).querySelectorAll(".scores tbody tr")];
  expect(rows.map((row) => [...row.children].slice(0, 5).map((cell) => cell.textContent))).toEqual([
    ["Pareto/NBD", "+4.0%", "9.0%", "0.84", "−17%"],
    ["BG/NBD", "+8.0%", "13%", "0.88", "−14%"],
    ["as in the months before", "−20%", "25%", "1.00", "−36%"],
    ["linear regression", "+30%", "35%", "1.10", "+4.0%"],
    ["as often as before", "+65%", "70%", "1.45", "+32%"],
  ]);
  expect(rows[0]!.querySelector("b")!.textContent).toBe("Pareto/NBD");
});

test("part of a week is no week where weeks are compared", () => {
  const twins = parse(renderBacktest(data(), {lang: "en"})).querySelectorAll(".tracking .twin tbody");
  expect([...twins].map((body) => body.children.length)).toEqual([80, 79]);
});

test("data that are too short, or customers too few, are said", () => {
  for (const lang of ["tr", "en"] as const)
    expect(renderBacktest(data({scores: untested, weeks: []}), {lang})).not.toMatch(/undefined|NaN|Infinity|\[object/);
  const {manifest} = smallShop();
  const short = {...manifest, months: manifest.months.slice(0, 7)};
  const root = parse(renderBacktest(data({manifest: short, scores: untested, weeks: []}), {lang: "en"}));
  expect(root.querySelector("h1")!.textContent).toBe("To hold out 6 months takes 12 full ones; there are 7.");
  expect(root.querySelectorAll(".card").length).toBe(0);
  const few = valueModels.map((row) => ({...row, status: "too_few" as const, repeaters: 40, is_chosen: false}));
  expect(
    parse(renderBacktest(data({models: few, scores: [], weeks: []}), {lang: "en"})).querySelector("h1")!.textContent,
  ).toContain("there are only 40 yet");
});
