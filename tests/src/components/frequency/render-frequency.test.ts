import {expect, test} from "vitest";
import {type FrequencyData, renderFrequency} from "../../../../src/components/frequency/render-frequency.ts";
import type {EventCountRow, PurchaseLagRow} from "../../../../src/components/retention/retention-rows.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";
import {churn, ladder} from "../retention/fixture-retention.ts";

const counts = [365, 90, 0].flatMap((span_days) =>
  [600, 250, 100, 50].map(
    (customers, i): EventCountRow => ({event: "order", span_days, events: i + 1, customers, is_open: i === 3}),
  ),
);

function lag(dimension: PurchaseLagRow["dimension"], value: string, within: number, median: number | null) {
  return {
    dimension,
    value,
    lowest_value: dimension === "first_value" ? 100 * Number(value) : null,
    gaps: 1000,
    completed: 700,
    median_days: median,
    low_days: median && median - 5,
    high_days: median && median + 5,
    known: 900,
    within_30: within - 100,
    within_60: null,
    within_90: within,
  };
}

const lags: PurchaseLagRow[] = [
  ...[1, 2, 3, 4, 5].map((fifth) => lag("first_value", String(fifth), 200 + 50 * fifth, 100 - fifth)),
  lag("first_category", "Home > Decor", 540, 80),
  lag("first_category", "Home > Textile", 180, null),
  lag("category", "Home > Decor", 540, 40),
  lag("category", "Home > Textile", 450, 60),
];

function data(change: Partial<FrequencyData> = {}): FrequencyData {
  const {manifest, segments} = smallShop();
  return {manifest, segments, counts, ladder, churn, lags, usage: [], ...change};
}

const titles = (source: string) => [...parse(source).querySelectorAll("h2")].map((title) => title.textContent);

test.each(["tr", "en"] as const)("the %s page has its seven cards and no script", async (lang) => {
  const source = renderFrequency(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/frequency`);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  expect(root.querySelectorAll(".card").length).toBe(7);
});

test("the titles are the answers", () => {
  expect(titles(renderFrequency(data(), {lang: "en"}))).toEqual([
    "60% ordered once in a year, 15% three times or more",
    "After the first order 40% order again, after the fourth and later ones 80%",
    "Half of all orders are followed by another within 50 days",
    "Within 90 days 70% follow the first order with another, 70% the fourth and later ones",
    "Second order within 90 days: 50% after a first one in the highest fifth (from ₺500), 28% in the lowest fifth (from ₺100)",
    "Second order within 90 days: 60% after Home › Decor, 20% after Home › Textile",
    "After Home › Decor the next order comes in 40 days, after Home › Textile in 60",
  ]);
  expect(titles(renderFrequency(data(), {lang: "tr"}))[0]).toBe(
    "Bir yılda bir kez sipariş verenler %60, üç ve daha çok kez verenler %15",
  );
});

test("a table of like rows is folded under the title that says so", () => {
  const like = lags.map((row) => (row.dimension === "first_value" ? {...row, known: 1000, within_90: 280} : row));
  const [byValue, byCategory] = parse(renderFrequency(data({lags: like}), {lang: "en"})).querySelectorAll(
    ".second-order",
  );
  expect(byValue!.querySelector("h2")!.textContent).toContain("hardly depends on the value of the first: 28% to 28%");
  expect(byValue!.querySelectorAll("table").length).toBe(1);
  expect(byValue!.querySelector("details table")).not.toBeNull();
  expect(byCategory!.querySelector("details table")).toBeNull();
});

test("what is withheld says so", () => {
  const table = parse(renderFrequency(data(), {lang: "en"})).querySelector(".second-order table")!;
  expect([...table.querySelectorAll("tbody tr:first-child > *")].map((cell) => cell.textContent)).toEqual([
    "lowest fifth (from ₺100)",
    "1,000",
    "17%",
    "withheld",
    "28%",
    "99 (94–104)",
  ]);
});

test("Turkish thousands stay thousands in drawings", () => {
  const busy = churn.map((row) => ({...row, next_orders: 2000}));
  const source = renderFrequency(data({churn: busy}), {lang: "tr"});
  expect(parse(source).querySelector(".purchase-lag title")!.textContent).toBe("0–6: 14.000");
});

test("the ladder takes the fourth step and all later ones together", () => {
  const rows = [...parse(renderFrequency(data(), {lang: "en"})).querySelectorAll(".order-ladder tbody tr")];
  expect(rows.map((row) => row.firstElementChild!.textContent)).toEqual(["1 → 2", "2 → 3", "3 → 4", "4+"]);
  expect(rows[0]!.textContent).toContain("–"); // fewer than half come back: no median
  expect(rows[1]!.textContent).toContain("60 (58–62)");
});

test("a shop with nothing to say says so", () => {
  const source = renderFrequency(data({counts: [], ladder: [], churn: churn.slice(0, 5), lags: []}), {lang: "en"});
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect(parse(source).querySelector("h1")!.textContent).toContain("too few orders");
  expect(() => renderFrequency(data({counts: [], ladder: [], churn: [], lags: []}), {lang: "tr"})).not.toThrow();
});
