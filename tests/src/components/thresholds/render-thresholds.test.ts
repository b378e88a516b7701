import {expect, test} from "vitest";
import {monthDate} from "../../../../src/components/month.ts";
import {renderThresholds} from "../../../../src/components/thresholds/render-thresholds.ts";
import type {
  DefinitionDiffRow,
  OrderCountRow,
  RecencyFrequencyRow,
  ScoreEdgeRow,
} from "../../../../src/components/thresholds/threshold-rows.ts";
import {parsePage} from "../../framework.ts";
import {hostile} from "../../hostile-names.ts";
import {parse, smallShop} from "../../small-shop.ts";

const orderCounts = (["ever", "window"] as const).flatMap((span): OrderCountRow[] => [
  {span, orders: 1, customers: 600, at_least: 1000, is_open: false},
  {span, orders: 2, customers: 200, at_least: 400, is_open: false},
  {span, orders: 3, customers: 50, at_least: 200, is_open: false},
  {span, orders: 4, customers: 30, at_least: 150, is_open: false},
  {span, orders: 5, customers: 120, at_least: 120, is_open: true},
]);

const track = {
  segment_5: "champions",
  segment_4: "loyal",
  segment_3: "loyal",
  segment_2: "at_risk",
  segment_1: "at_risk",
};
const recency: RecencyFrequencyRow[] = [
  {to_days: 30, ...track, customers: 5},
  {to_days: 95, ...track, customers: 7},
  {to_days: 200, ...track, customers: 11},
];

function render(lang: "tr" | "en", change: (shop: ReturnType<typeof shopOf>) => void = () => {}) {
  const shop = shopOf();
  change(shop);
  return renderThresholds(shop, {lang});
}

function shopOf() {
  const {manifest, segments} = structuredClone(smallShop());
  const month = monthDate(manifest.months.at(-1)!);
  const edges = (["recency", "frequency", "monetary"] as const).flatMap((measure) =>
    [1, 2, 3, 4, 5].map(
      (score): ScoreEdgeRow => ({
        month,
        measure,
        score,
        edge: score === 1 ? null : score * 10,
        customers: measure === "frequency" && score === 2 ? 0 : 200,
        tied_customers: measure === "frequency" && score === 1 ? 400 : null,
        is_missing: measure === "frequency" && score === 2,
        has_large_tie: measure === "frequency" && score === 1,
      }),
    ),
  );
  return {manifest, segments, orderCounts, recency, edges, diff: [] as DefinitionDiffRow[]};
}

test.each(["tr", "en"] as const)("the %s page reads without its one script", async (lang) => {
  const source = render(lang);
  const {code, body} = await parsePage(source, `/${lang}/thresholds`);
  const root = parse(body);
  expect(code).toHaveLength(1);
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  expect(root.querySelectorAll(".what-if tbody tr").length).toBe(10);
  expect(root.querySelectorAll(".twin").length).toBe(2);
});

test("the headline sets the first order against the one that makes a regular", () => {
  expect(parse(render("en")).querySelector("h1")!.textContent).toBe(
    "After the first order 40% order again, after the fourth 80%.",
  );
  expect(parse(render("tr")).querySelector("h1")!.textContent).toContain(
    "1. siparişten sonra %40, 4. siparişten sonra %80",
  );
});

test("warns of a score that nobody has and of a value that too many share", () => {
  const text = parse(render("en")).querySelector(".score-edges")!.textContent!;
  expect(text).toContain("2 warnings");
  expect(text).toContain("Frequency: nobody has the score 2");
  expect(text).toContain("Frequency: 400 customers (50%) have one and the same value");
});

test("what other edges would make of the segments is counted anew", () => {
  const rows = [...parse(render("en")).querySelectorAll(".what-if tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, " ").trim()),
  );
  // Edges now 30, 60, 90, 180; halved 15, 30, 45, 90; half as far again 45, 90, 135, 270; doubled 60, 120, 180, 360.
  expect(rows.find(([name]) => name === "Champions")).toEqual(["Champions", "5", "0 −5", "5", "5"]);
  expect(rows.find(([name]) => name === "Loyal")).toEqual(["Loyal", "0", "5 +5", "7 +7", "7 +7"]);
  expect(rows.find(([name]) => name === "At Risk")).toEqual(["At Risk", "18", "18", "11 −7", "11 −7"]);
});

test("a shop that scores recency by share has no edge to move, and no script", async () => {
  const source = render("en", (shop) => {
    shop.manifest.definitions.rfm.recency = "quintile";
  });
  const {code} = await parsePage(source, "/en/thresholds");
  expect(code).toEqual([]);
  expect(source).toContain("no edge to move");
});

test("another definition: who would be elsewhere, by the names of both", () => {
  const source = render("en", (shop) => {
    shop.manifest.definitions.alternatives = [
      {
        name: "Two <groups>",
        segments: [
          {key: "champions", label: {tr: "İyi", en: "Good"}, colour: "#0F4C81"},
          {key: "far", label: {tr: "Uzak", en: "Far"}, colour: "#9B2226"},
        ],
      },
    ];
    shop.diff = [
      {alternative: "Two <groups>", from_segment: "champions", to_segment: "champions", customers: 70},
      {alternative: "Two <groups>", from_segment: "champions", to_segment: "far", customers: 5},
      {alternative: "Two <groups>", from_segment: "lapsed", to_segment: "lapsed", customers: 25},
      {alternative: "Other", from_segment: "lapsed", to_segment: "far", customers: 99},
    ];
  });
  const card = parse(source).querySelector(".definition-diff")!;
  expect(card.querySelector("h2")!.textContent).toBe("“Two <groups>”: 5 of 100 customers (5.0%) would be elsewhere");
  expect([...card.querySelectorAll("thead th")].map((cell) => cell.textContent)).toEqual([
    "Now, down; then, across",
    "Good",
    "Far",
    "Lapsed",
    "Total",
  ]);
  const rows = [...card.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ["Champions", "70", "5", "–", "75"],
    ["Lapsed", "–", "–", "25", "25"],
    ["Total", "70", "5", "25", "100"],
  ]);
});

test("without another definition the page says how to add one", () => {
  expect(parse(render("tr")).querySelector(".definition-diff code")!.textContent).toContain("alternatives: [");
});

test("too few customers are said to be too few", async () => {
  const source = render("tr", (shop) => {
    shop.orderCounts = [];
    shop.recency = [];
    shop.edges = [];
  });
  expect((await parsePage(source, "/tr/thresholds")).code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
});

test.each(hostile)("%j as a name is only text", async (name) => {
  const source = render("en", (shop) => {
    for (const row of shop.segments) row.label_en = name;
  });
  const {code, body} = await parsePage(source, "/en/thresholds");
  expect(code).toHaveLength(1);
  expect(body).not.toContain("SyntaxError");
  expect(parse(body).querySelectorAll("script, img").length).toBe(0);
});
