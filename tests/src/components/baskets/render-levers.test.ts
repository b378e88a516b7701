import {expect, test} from "vitest";
import type {LeverRow} from "../../../../src/components/baskets/levers/lever-row.ts";
import {type LeversData, renderLevers} from "../../../../src/components/baskets/levers/render-levers.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";

const row = (dimension: LeverRow["dimension"], value: string, rest: Partial<LeverRow> = {}): LeverRow => ({
  dimension,
  value,
  customers: 1000,
  orders: 4000,
  gross_basket_value: 1100,
  basket_value: 1000,
  items_per_basket: 2.5,
  frequency: 4,
  basket_value_target: null,
  basket_value_target_from: null,
  basket_value_gain: null,
  items_per_basket_target: null,
  items_per_basket_target_from: null,
  items_per_basket_gain: null,
  frequency_target: null,
  frequency_target_from: null,
  frequency_gain: null,
  return_rate_orders: 0.12,
  return_rate_units: 0.05,
  return_rate_value: 0.061,
  ...rest,
});

const levers = [
  row("all", "all"),
  row("segment", "loyal", {
    frequency_target: 6,
    frequency_target_from: "champions",
    frequency_gain: 2_000_000,
    basket_value_target: 1000.2,
    basket_value_target_from: "champions",
    basket_value_gain: 800,
  }),
  row("segment", "champions", {frequency: 6}),
  row("segment", "at_risk", {
    gross_basket_value: null,
    basket_value: null,
    return_rate_orders: null,
    return_rate_units: null,
    return_rate_value: null,
  }),
  row("category", "Kadın > Ayakkabı", {return_rate_orders: 0.2}),
  row("category", "Ev > Mum", {return_rate_orders: 0.01}),
];

function data(change: Partial<LeversData> = {}): LeversData {
  const {manifest, segments} = smallShop();
  return {manifest, segments, levers, usage: [], ...change};
}

const textOf = (source: string, selector: string) => parse(source).querySelector(selector)!.textContent!;

test.each(["tr", "en"] as const)("the %s page has its cards and no script", async (lang) => {
  const source = renderLevers(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/levers`);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity|null/);
  expect(parse(body).querySelectorAll(".card").length).toBe(3);
});

test("the largest gap comes first, with its target", () => {
  expect(textOf(renderLevers(data(), {lang: "en"}), "h1")).toBe(
    "Loyal order 4.0 times; at 6.0 they would bring ₺2.0M more.",
  );
  expect(textOf(renderLevers(data(), {lang: "en"}), ".deck")).toContain("what Champions, the next better segment");
  expect(textOf(renderLevers(data(), {lang: "tr"}), "h1")).toBe(
    "Loyal müşteri başına 4,0 sipariş veriyor; 6,0 olsa ₺2,0\u00a0M daha getirir.",
  );
  expect(textOf(renderLevers(data(), {lang: "tr"}), ".deck")).toContain("Champions’ın bugün ulaştığı");
  const own = levers.map((lever) => (lever.frequency_target ? {...lever, frequency_target_from: "shop"} : lever));
  expect(textOf(renderLevers(data({levers: own}), {lang: "en"}), ".deck")).toContain("the shop’s own");
});

test("segments from the strongest, a target where it shows, money withheld where it is", () => {
  const rows = [
    ...parse(renderLevers(data(), {lang: "en"}))
      .querySelectorAll(".lever-table table")[0]!
      .querySelectorAll("tbody tr"),
  ];
  expect(rows.map((line) => [...line.children].map((cell) => cell.textContent))).toEqual([
    ["Champions", "1,000", "₺1,100", "₺1,000", "2.5", "6.0"],
    ["Loyal", "1,000", "₺1,100", "₺1,000", "2.5", "4.0 → 6.0"],
    ["At Risk", "1,000", "withheld", "withheld", "2.5", "4.0"],
    ["Total", "1,000", "₺1,100", "₺1,000", "2.5", "4.0"],
  ]);
});

test("returns of segments, and of the categories of which most comes back", () => {
  const rows = [...parse(renderLevers(data(), {lang: "en"})).querySelectorAll(".returns tbody tr")];
  expect(rows.map((line) => line.textContent!.trim())).toEqual([
    "Champions12%5.0%6.1%",
    "Loyal12%5.0%6.1%",
    "At Risk···",
    "Total12%5.0%6.1%",
    "Kadın › Ayakkabı20%5.0%6.1%",
    "Ev › Mum1.0%5.0%6.1%",
  ]);
  expect(textOf(renderLevers(data(), {lang: "tr"}), ".returns h2")).toBe(
    "Siparişlerin %12’si iade gördü; tutarın %6,1’i geri döndü",
  );
});

test("nothing to say is said", () => {
  const source = renderLevers(data({levers: []}), {lang: "en"});
  expect(textOf(source, "h1")).toBe("No lever is below its target.");
  expect(source).not.toMatch(/undefined|NaN|null/);
});
