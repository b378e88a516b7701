import {expect, test} from "vitest";
import type {RfmScoreRow, SegmentWindowRow} from "../../../../src/components/census/census-rows.ts";
import {renderCensus} from "../../../../src/components/census/render-census.ts";
import {monthDate} from "../../../../src/components/month.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";

function census() {
  const {manifest, segments, sizes, lifeCycle} = smallShop();
  const months = manifest.months.slice(-2).map(monthDate);
  const scores = months.flatMap((month, m) =>
    ["bronze", "silver", "gold", "platinum"].map(
      (value, i): RfmScoreRow => ({
        month,
        measure: "tier",
        position: i + 1,
        value,
        customers: 10 * (i + 1) + m * i,
        net_revenue_window: null,
      }),
    ),
  );
  return {manifest, segments, sizes, lifeCycle, scores, windows: [] as SegmentWindowRow[]};
}

test.each(["tr", "en"] as const)("the %s page has a list per kind of segment, and no script", async (lang) => {
  const source = renderCensus(census(), {lang});
  const {code, body} = await parsePage(source);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN/);
  expect(root.querySelectorAll(".card").length).toBe(3);
});

test("tiers from the highest, with their change and share, and everybody once", () => {
  const root = parse(renderCensus(census(), {lang: "en"}));
  const [, , tiers] = root.querySelectorAll(".card");
  const rows = [...tiers!.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].filter((_, i) => i !== 1).map((cell) => cell.textContent!.trim()),
  );
  expect(rows).toEqual([
    ["Platinum", "43", "+3", "41%"],
    ["Gold", "32", "+2", "30%"],
    ["Silver", "21", "+1", "20%"],
    ["Bronze", "10", "0", "9.4%"],
    ["Total", "106", "", ""],
  ]);
});

test("windows stand side by side where there are several, and a young one says so", () => {
  const data = census();
  const month = monthDate(data.manifest.months.at(-1)!);
  data.windows = [12, 6, 24].map((window_months) => ({
    month,
    window_months,
    segment: "champions",
    customers: window_months,
    net_revenue: null,
    is_warming_up: window_months === 24,
  }));
  const card = [...parse(renderCensus(data, {lang: "en"})).querySelectorAll(".card")].at(-1)!;
  expect(card.querySelector("h2")!.textContent).toBe("The same people over 6, 12 and 24 months");
  expect([...card.querySelector("tbody tr")!.children].map((cell) => cell.textContent)).toEqual([
    "Champions",
    "6",
    "12",
    "24",
  ]);
  expect(card.textContent).toContain("younger than the window of 24 months");
});
