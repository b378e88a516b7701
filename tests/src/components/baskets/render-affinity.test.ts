import {expect, test} from "vitest";
import {getAffinityFacts} from "../../../../src/components/baskets/affinity/affinity-facts.ts";
import type {CategoryAffinityRow} from "../../../../src/components/baskets/affinity/category-affinity-row.ts";
import type {CrossSellRow} from "../../../../src/components/baskets/affinity/cross-sell-row.ts";
import {type AffinityData, renderAffinity} from "../../../../src/components/baskets/affinity/render-affinity.ts";
import {getPageContext} from "../../../../src/components/page-context.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";

/** Of 1,000 buyers of a segment, where 30 % of everybody bought it. */
const cell = (segment: string, item: string, share: number): CategoryAffinityRow => ({
  segment,
  level: "category",
  item,
  buyers: Math.round(1000 * share),
  state_buyers: 1000,
  share,
  base_share: 0.3,
  affinity: share / 0.3,
});

const affinity = [
  cell("champions", "Ev > Oyuncak", 0.6),
  cell("champions", "Kadın > Giyim", 0.15),
  cell("loyal", "Ev > Oyuncak", 0.31), // within a tenth
  cell("hibernating", "Kadın > Giyim", 0.45),
  {...cell("at_risk", "Ev > Oyuncak", 0.36), state_buyers: 40, buyers: 14}, // within two standard errors
];

const offer = (segment: string, item: string, customers: number, rest: Partial<CrossSellRow> = {}): CrossSellRow => ({
  segment,
  level: "subcategory",
  item,
  name: null,
  customers,
  confidence: 0.5,
  expected_buyers: customers / 2,
  antecedent: "Erkek > Giyim > Gömlek",
  second_antecedent: null,
  antecedent_name: null,
  second_antecedent_name: null,
  rule_confidence: 0.4,
  rule_lift: 2.8,
  ...rest,
});

const crossSell = [
  offer("champions", "Erkek > Aksesuar > Kol Düğmesi", 1920),
  offer("champions", "Kadın > Giyim > Pantolon", 90, {second_antecedent: "Erkek > Giyim > Pantolon"}),
  ...["A", "B", "C"].map((name, i) => offer("loyal", `Ev > Mutfak > ${name}`, 40 - i)),
  offer("loyal", "Ev > Mutfak > D", 12),
];

function data(change: Partial<AffinityData> = {}): AffinityData {
  const {manifest, segments} = smallShop();
  return {manifest, segments, affinity, crossSell, usage: [], ...change};
}

const textOf = (source: string, selector: string) => parse(source).querySelector(selector)!.textContent!;

test.each(["tr", "en"] as const)("the %s page has its cards and no script", async (lang) => {
  const source = renderAffinity(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/affinity`);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity|null/);
  expect(parse(body).querySelectorAll(".card").length).toBe(2);
});

test("the best offer comes first, then the strongest and the weakest leaning", () => {
  const [en, tr] = [renderAffinity(data(), {lang: "en"}), renderAffinity(data(), {lang: "tr"})];
  expect(textOf(en, "h1")).toBe(
    "1,920 customers in Champions do not buy Kol Düğmesi yet; of those who buy the same things, 50% do.",
  );
  expect(textOf(tr, "h1")).toBe(
    "Champions’ta 1.920 müşteri henüz Kol Düğmesi almıyor; oysa onlarla aynı şeyleri alanların %50’si alıyor.",
  );
  expect(textOf(en, ".deck")).toBe(
    "The strongest leaning: Champions buy Oyuncak 2.0 times as often as everybody. The weakest: Champions buy Giyim 0.5 times as often as everybody.",
  );
});

test("the best offer of a segment, what made it, and the others folded", () => {
  const root = parse(renderAffinity(data(), {lang: "en"}));
  const [shown, all] = [...root.querySelectorAll(".cross-sell tbody")].map((body) =>
    [...body.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  expect(shown!.length).toBe(2);
  expect(all![1]).toEqual(["Champions", "Kadın › Pantolon", "Gömlek + Erkek › Pantolon", "90", "50%", "2.8"]);
  expect(all!.length).toBe(6);
  expect(root.querySelectorAll(".cross-sell .twin tbody .unseen").length).toBe(4);
});

test("the matrix has a dot where there is no cell, and says in words what is no chance", () => {
  const root = parse(renderAffinity(data(), {lang: "en"}));
  const rows = [...root.querySelectorAll(".affinity-matrix tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["Oyuncak", "2.0", "1.0", "1.2", "·"],
    ["Giyim", "0.5", "·", "·", "1.5"],
  ]);
  expect([...root.querySelectorAll(".said li")].map((item) => item.textContent)).toEqual([
    "Champions: most of all Oyuncak, 2.0 times as often as everybody; least Giyim, 0.5 times",
    "Hibernating: most of all Giyim, 1.5 times as often as everybody",
  ]);
});

test("departments where there are no categories, and nothing where there is nothing", () => {
  const {manifest, segments} = smallShop();
  const {names} = getPageContext("en", manifest, segments);
  const departments = affinity.map((row) => ({...row, level: "department" as const}));
  expect(getAffinityFacts(departments, names).level).toBe("department");
  const empty = renderAffinity(data({affinity: [], crossSell: []}), {lang: "en"});
  expect(textOf(empty, "h1")).toBe("No rule says yet what to offer to whom.");
  expect(empty).not.toMatch(/undefined|NaN/);
});
