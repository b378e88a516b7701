import {expect, test} from "vitest";
import {renderValue, type ValueData} from "../../../../src/components/value/render-value.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";
import {
  backtestScores,
  channelValues,
  cohortValues,
  segmentValues,
  slidingValues,
  valueDeciles,
  valueModels,
} from "../../value-fixtures.ts";

function data(change: Partial<ValueData> = {}): ValueData {
  const {manifest, segments} = smallShop();
  return {
    manifest,
    segments,
    models: valueModels,
    scores: backtestScores,
    segmentValues,
    cohorts: cohortValues,
    deciles: valueDeciles,
    sliding: slidingValues,
    channels: channelValues,
    missing: [],
    ...change,
  };
}

const render = (change: Partial<ValueData> = {}) => parse(renderValue(data(change), {lang: "en"}));
const cellsOf = (row: Element) => [...row.children].map((cell) => cell.textContent);
const tooFew = valueModels.map((row) => ({
  ...row,
  status: "too_few" as const,
  estimate: null,
  repeaters: 12,
  is_chosen: false,
  reason: null,
}));

test.each(["tr", "en"] as const)("the %s page has its six cards and no script", async (lang) => {
  const source = renderValue(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/value`);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity|\[object/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  expect(root.querySelectorAll(".card").length).toBe(6);
  expect(root.querySelectorAll('.drawing svg[role="img"][aria-label]').length).toBe(2);
});

test("the expectation comes first, then how well it is known and how it did before", () => {
  const root = render();
  expect(root.querySelector("h1")!.textContent).toBe(
    "Today’s 1,000 customers can be expected to bring ₺2.4M of net revenue in the next twelve months.",
  );
  const deck = root.querySelector(".deck")!.textContent!;
  expect(deck).toContain("between ₺2.2M and ₺2.7M (95%)");
  expect(deck).toContain("Pareto/NBD was 4.0% too high on purchases, 17% too low on revenue");
  expect(parse(renderValue(data(), {lang: "tr"})).querySelector("h1")!.textContent).toBe(
    "Bugünkü 1.000 müşteriden on iki ayda ₺2,4\u00a0M net ciro beklenir.",
  );
});

test("segments with their shares and the total; what is withheld says so", () => {
  const root = render();
  const rows = [...root.querySelectorAll(".segment-values tbody tr")].map(cellsOf);
  expect(rows.length).toBe(11);
  expect(rows[0]).toEqual(["Champions", "100", "₺3.6M", "₺36,000", "91", "₺667K", "₺1.2M", "50%", "₺1.1M – ₺1.3M"]);
  expect(rows[8]!.slice(0, 4)).toEqual(["Can’t Lose", "100", "withheld", "withheld"]);
  expect(rows[10]!.slice(0, 2)).toEqual(["Total", "1,000"]);
});

test("who slid but has probably not left, with the way to the month’s report", () => {
  const card = render().querySelector(".sliding")!;
  expect(card.querySelector("h2")!.textContent).toBe(
    "30 of the 200 in At Risk or Can’t Lose have probably not left; ₺60K can still be expected of them",
  );
  expect([...card.querySelectorAll("tbody tr")].map(cellsOf)[0]).toEqual([
    "80% or more",
    "10",
    "40",
    "₺40K",
    "10",
    "40",
    "₺40K",
  ]);
  expect(card.querySelector("a")!.getAttribute("href")).toBe("/en/report/2026-10");
});

test("where the data do not tell who has left, nobody is called alive", () => {
  const models = valueModels.map((row) => ({...row, warnings: "dropout-not-identified at-boundary"}));
  const root = render({models});
  expect(root.textContent).toContain("do not show anybody leaving for good");
  expect(root.querySelector(".segment-values thead")!.textContent).not.toContain("Likely active");
  expect(root.querySelector(".sliding tbody")).toBeNull();
  expect(root.querySelector(".deck a[href='/en/retention']")).not.toBeNull();
});

test("channels: what a customer costs, and when it has paid back", () => {
  const card = render().querySelector(".channels")!;
  expect(card.querySelector("h2")!.textContent).toBe("A new customer costs ₺500 by google ads, ₺2,000 by affiliate");
  expect([...card.querySelectorAll("tbody tr")].map(cellsOf)).toEqual([
    ["google ads", "240", "₺120K", "₺500", "₺1,500", "₺900", "first month"],
    ["seo", "90", "–", "–", "₺1,500", "₺900", "–"],
    ["affiliate", "40", "₺80K", "₺2,000", "₺1,500", "₺900", "not within 9 months"],
  ]);
});

test("without spend or sources the page says what is missing", () => {
  const unpaid = channelValues.map((row) => ({...row, spend: null, cost_per_customer: null, payback_month_no: null}));
  const root = render({channels: unpaid, missing: ["spend"]});
  expect(root.querySelector(".channels .missing-source")).not.toBeNull();
  expect(root.querySelector(".channels thead")!.textContent).not.toContain("Spend");
  const unknown = [{...channelValues[2]!, channel: "unknown"}];
  expect(render({channels: unknown, missing: ["acquisition_source", "spend"]}).textContent).toContain(
    "What winning a customer costs, and brings",
  );
});

test("a margin makes money of revenue, and is said", () => {
  const {manifest} = smallShop();
  const value = {...manifest.definitions.value, margin: 0.4};
  const root = render({manifest: {...manifest, definitions: {...manifest.definitions, value}}});
  expect(cellsOf(root.querySelector(".bridge tbody tr")!)).toEqual([
    "Champions",
    "100",
    "9.1",
    "₺2,637",
    "40%",
    "₺960K",
  ]);
});

test("without a model the past alone is shown, and why", () => {
  const blank = segmentValues.map((row) => ({
    ...row,
    likely_alive: null,
    predicted_net_revenue_6_months: null,
    predicted_net_revenue_12_months: null,
    low_12_months: null,
    high_12_months: null,
  }));
  const scores = backtestScores.slice(0, 1).map((row) => ({...row, actual: null, expected: null, is_chosen: false}));
  for (const lang of ["tr", "en"] as const) {
    const source = renderValue(data({models: tooFew, scores, segmentValues: blank, sliding: []}), {lang});
    expect(source).not.toMatch(/undefined|NaN|Infinity|\[object/);
  }
  const root = render({models: tooFew, scores, segmentValues: blank, sliding: []});
  expect(root.querySelector("h1")!.textContent).toContain("what they will bring cannot be told yet");
  expect(root.querySelector(".deck")!.textContent).toContain("there are only 12 yet");
  expect(root.querySelector(".segment-values thead")!.textContent).not.toContain("Next");
});

test("a shop without anything says so", () => {
  const empty = {models: [], scores: [], segmentValues: [], cohorts: [], deciles: [], sliding: [], channels: []};
  for (const lang of ["tr", "en"] as const)
    expect(renderValue(data(empty), {lang})).not.toMatch(/undefined|NaN|Infinity|\[object/);
});
