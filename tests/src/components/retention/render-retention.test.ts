import {describe, expect, test} from "vitest";
import {addMonths, monthDate} from "../../../../src/components/month.ts";
import {getCohortFacts} from "../../../../src/components/retention/cohort-facts.ts";
import {type RetentionData, renderRetention} from "../../../../src/components/retention/render-retention.ts";
import type {ChurnCurveRow, CohortRow, OrderLadderRow} from "../../../../src/components/tables.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";

/** A triangle of cohorts of a hundred; the newest month is not over. Each has fewer who come back than the one before. */
function cohortRows(count: number): CohortRow[] {
  return Array.from({length: count}, (_, i) =>
    Array.from({length: count - i}, (_, monthNo): CohortRow => {
      const on = monthNo === 0 ? 100 : 60 - 5 * i - monthNo;
      return {
        cohort: monthDate(addMonths("2025-01", i)),
        month_no: monthNo,
        customers: 100,
        customers_on: on,
        customers_on_or_after: Math.min(100, on + 5),
        orders: on,
        net_revenue: 10 * on,
        net_revenue_per_customer: i === 1 ? null : 12.5,
        is_incomplete: i + monthNo === count - 1,
      };
    }),
  ).flat();
}

const ladder: OrderLadderRow[] = [
  [1, false, 1000, 400, 0.4, 40, null],
  [2, false, 400, 240, 0.6, 35, 60],
  [3, false, 240, 168, 0.7, 30, 44],
  [4, false, 168, 126, 0.75, 25, 31.5],
  [4, true, 500, 400, 0.8, 20, 24],
].map(([order_no, is_open, gaps, completed, conversion, median_days_completed, median_days]) => ({
  order_no: order_no as number,
  is_open: is_open as boolean,
  gaps: gaps as number,
  completed: completed as number,
  conversion: conversion as number,
  median_days_completed: median_days_completed as number,
  median_days: median_days as number | null,
  low_days: median_days === null ? 200 : (median_days as number) - 2,
  high_days: median_days === null ? null : (median_days as number) + 2,
}));

const churn = Array.from({length: 300}, (_, days): ChurnCurveRow => {
  const gaps = days > 200 ? null : 1000 - 4 * days;
  const share = 0.4 + days / 1000;
  return {
    days,
    next_orders: 300 - days,
    share_returned: Math.min(0.7, days / 100),
    gaps,
    silent: gaps && Math.round(gaps * share),
    churn: gaps && share,
  };
});

function data(change: Partial<RetentionData> = {}): RetentionData {
  const {manifest, segments} = smallShop();
  return {manifest, segments, cohorts: cohortRows(11), ladder, churn, ...change};
}

const textOf = (source: string, selector: string) => parse(source).querySelector(selector)!.textContent!;

test.each(["tr", "en"] as const)("the %s page has its five cards and no script", async (lang) => {
  const source = renderRetention(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/retention`);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  expect(root.querySelectorAll(".card").length).toBe(5);
  expect(root.querySelectorAll(".twin").length).toBe(4);
  expect(root.querySelectorAll('.drawing svg[role="img"][aria-label]').length).toBe(6);
});

test("the answer comes first", () => {
  expect(textOf(renderRetention(data(), {lang: "en"}), "h1")).toBe(
    "Of those who have not bought for 60 days, 46% do not come back within 90 days.",
  );
  expect(textOf(renderRetention(data(), {lang: "tr"}), "h1")).toBe(
    "60 gündür alışveriş yapmayanların %46’sı sonraki 90 günde de geri dönmüyor.",
  );
  expect(textOf(renderRetention(data(), {lang: "en"}), ".deck")).toContain(
    "60% of all orders are followed by another within 60 days",
  );
});

test("a cell says its people on hover, and one that is not over is hatched", () => {
  const root = parse(renderRetention(data(), {lang: "en"}));
  const row = root.querySelector(".cohorts tbody tr")!;
  expect([...row.children].map((cell) => cell.textContent)).toEqual([
    "Jan 2025",
    "100",
    "59",
    "58",
    "57",
    "56",
    "55",
    "54",
    "53",
    "52",
    "51",
    "50",
  ]);
  expect(row.children[2]!.getAttribute("title")).toBe(
    "January 2025, month 1: 59 of 100 customers (59%), 64 then or later",
  );
  expect([...row.querySelectorAll(".incomplete")].map((cell) => cell.textContent)).toEqual(["50"]);
  expect(root.querySelectorAll(".cohorts td.incomplete[style]").length).toBe(0);
  const twin = root.querySelectorAll(".cohort-heat .twin tbody tr");
  expect([...twin[1]!.children].slice(0, 4).map((cell) => cell.textContent)).toEqual([
    "Feb 2025",
    "100",
    "withheld",
    "54 / 59",
  ]);
});

test("Turkish thousands stay thousands in drawings", () => {
  const busy = churn.map((row) => ({...row, next_orders: 2000}));
  const source = renderRetention(data({churn: busy}), {lang: "tr"});
  expect(parse(source).querySelector(".purchase-lag title")!.textContent).toBe("0–6: 14.000");
});

test("the ladder takes the fourth step and all later ones together", () => {
  const rows = [...parse(renderRetention(data(), {lang: "en"})).querySelectorAll(".order-ladder tbody tr")];
  expect(rows.map((row) => row.firstElementChild!.textContent)).toEqual(["1 → 2", "2 → 3", "3 → 4", "4+"]);
  expect(rows[0]!.textContent).toContain("–"); // fewer than half come back: no median
  expect(rows[1]!.textContent).toContain("60 (58–62)");
});

test("a shop with nothing to say says so", () => {
  const source = renderRetention(data({cohorts: cohortRows(1), ladder: [], churn: churn.slice(0, 5)}), {lang: "en"});
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect(textOf(source, "h1")).toBe("The data are too short yet to say who comes back after a silence.");
  expect(textOf(source, ".cohort-heat, .card")).toContain("too short");
  expect(() => renderRetention(data({cohorts: [], ladder: [], churn: []}), {lang: "tr"})).not.toThrow();
});

describe("cohort facts", () => {
  test("averages hold neither months that are not over nor the first cohort, and are of three cohorts or more", () => {
    const {average} = getCohortFacts(cohortRows(7));
    // +1: February to May; +2: February to April; +3: February and March alone.
    expect(average.map(({monthNo}) => monthNo)).toEqual([1, 2]);
    expect(average[0]!.share).toBeCloseTo((54 + 49 + 44 + 39) / 400);
    expect(average[1]!.share).toBeCloseTo((53 + 48 + 43) / 300);
  });

  test("the newest are those with three full months, as far as all of them have come", () => {
    const facts = getCohortFacts(cohortRows(11));
    // The eleventh month is not over, so July's cohort has three full months after the first.
    expect(facts.newest).toEqual(["2025-05", "2025-06", "2025-07"]);
    expect(facts.newestCurve.map(({monthNo}) => monthNo)).toEqual([1, 2, 3]);
    expect(facts.newestCurve[2]!.share).toBeCloseTo((37 + 32 + 27) / 300);
    // February to April, of which April's seventh month is not over.
    expect(facts.beforeCurve.map(({monthNo}) => monthNo)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(facts.beforeCurve[0]!.share).toBeCloseTo((54 + 49 + 44) / 300);
  });

  test("without enough of them there is nothing to compare", () => {
    expect(getCohortFacts(cohortRows(9)).newest).toEqual([]);
    expect(getCohortFacts([])).toMatchObject({cohorts: [], monthNos: [], average: []});
  });
});
