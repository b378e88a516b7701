import {describe, expect, test} from "vitest";
import {type ChurnData, renderChurn} from "../../../../src/components/churn/render-churn.ts";
import {addMonths, monthDate} from "../../../../src/components/month.ts";
import type {
  ChurnBehaviourRow,
  ChurnConditionRow,
  WinBackRow,
} from "../../../../src/components/retention/retention-rows.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";
import {churn} from "../retention/fixture-retention.ts";

const conditions: ChurnConditionRow[] = [
  {
    condition: "return",
    gaps: 2000,
    silent: 280,
    churn: 0.14,
    low: 0.12,
    high: 0.15,
    base_churn: 0.15,
    lift: 0.93,
    median_days: 7,
  },
  {
    condition: "unsubscribe",
    gaps: 600,
    silent: 504,
    churn: 0.84,
    low: 0.81,
    high: 0.87,
    base_churn: 0.42,
    lift: 2,
    median_days: 128,
  },
  {
    condition: "complaint",
    gaps: null,
    silent: null,
    churn: null,
    low: null,
    high: null,
    base_churn: null,
    lift: null,
    median_days: null,
  },
];

const behaviours: ChurnBehaviourRow[] = [
  ["single_order", 400, 50, 3.2, 1],
  ["unsubscribe", 140, 30, 2.24, 2.8],
  ["return", 300, 900, 0.16, 0.9],
].map(([behaviour, lost_with, kept_with, lift, alike_lift]) => ({
  behaviour: behaviour as ChurnBehaviourRow["behaviour"],
  lost: 1000,
  lost_with: lost_with as number,
  kept: 2000,
  kept_with: kept_with as number,
  lost_share: (lost_with as number) / 1000,
  kept_share: (kept_with as number) / 2000,
  lift: lift as number,
  alike_share: (lost_with as number) / 1000 / (alike_lift as number),
  alike_lift: alike_lift as number,
}));

const winBacks = Array.from(
  {length: 14},
  (_, i): WinBackRow => ({
    month: monthDate(addMonths("2025-01", i)),
    silent_before: 100 * i,
    silenced: 20,
    customers: i === 0 ? 0 : 10 + i,
    net_revenue: i === 5 ? null : 1000,
    is_incomplete: i === 13,
  }),
);

function data(change: Partial<ChurnData> = {}): ChurnData {
  const {manifest, segments} = smallShop();
  return {manifest, segments, churn, conditions, behaviours, winBacks, ...change};
}

const textOf = (source: string, selector: string) => parse(source).querySelector(selector)!.textContent!;

test.each(["tr", "en"] as const)("the %s page has its four cards and no script", async (lang) => {
  const source = renderChurn(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/churn`);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  expect(root.querySelectorAll(".card").length).toBe(4);
});

test("the answer comes first, and the strongest reason after it", () => {
  const [en, tr] = [renderChurn(data(), {lang: "en"}), renderChurn(data(), {lang: "tr"})];
  expect(textOf(en, "h1")).toBe("Of those who have not bought for 60 days, 46% do not come back within 90 days.");
  expect(textOf(tr, "h1")).toBe("60 gündür alışveriş yapmayanların %46’sı sonraki 90 günde de geri dönmüyor.");
  expect(textOf(en, ".deck")).toContain("60% of all orders are followed by another within 60 days");
  expect(textOf(en, ".deck")).toContain(
    "After leaving the mailing list, 84% place no order in the next 90 days, against 42% of those who had been silent for as long.",
  );
  expect(textOf(tr, ".deck")).toContain(
    "E-posta listesinden çıkanların %84’ü sonraki 90 günde sipariş vermiyor; o kadar süredir sessiz olan herkeste bu pay %42.",
  );
});

describe("after what customers stay away", () => {
  test("the strongest first, in colour only where chance does not explain it", () => {
    const rows = [...parse(renderChurn(data(), {lang: "en"})).querySelectorAll(".beside tbody tr")];
    expect(rows.map((row) => row.firstElementChild!.textContent)).toEqual([
      "Left the mailing list",
      "Returned something",
    ]);
    expect(rows.map((row) => row.querySelector(".telling") !== null)).toEqual([true, false]);
    expect(rows[0]!.textContent).toContain("84% usually 42% · 2.0 times · 600 cases");
  });

  test("what no source tells, or too few met, explains itself", () => {
    const root = parse(renderChurn(data(), {lang: "en"}));
    const unknown = [...root.querySelectorAll(".unknown li")].map((item) => item.textContent!);
    expect(unknown.map((text) => text.split("  ")[0]!.slice(0, 12))).toHaveLength(4);
    expect(unknown[0]).toContain("fewer customers than the privacy limit");
    expect(unknown[1]).toContain("Delivered late, Delivered over five days late");
    expect(unknown.at(-2)).toContain("Visits are unknown.");
    expect(root.querySelector(".unknown a")!.getAttribute("href")).toBe("/en/sources");
  });

  test("a shop with orders alone still has a page", () => {
    const source = renderChurn(data({conditions: [], behaviours: [], winBacks: []}), {lang: "tr"});
    expect(source).not.toMatch(/undefined|NaN|Infinity/);
    expect(parse(source).querySelectorAll(".unknown li").length).toBe(6);
    expect(() =>
      renderChurn(data({churn: [], conditions: [], behaviours: [], winBacks: []}), {lang: "en"}),
    ).not.toThrow();
  });
});

test("what the lost did more often than like customers who stayed; seldom ordering is no reason", () => {
  const root = parse(renderChurn(data(), {lang: "en"}));
  const card = root.querySelector(".churn-behaviours")!;
  expect(card.querySelector("h2")!.textContent).toBe(
    "“Left the mailing list”: 14% of those who were lost, 5.0% of like customers who stayed",
  );
  expect([...card.querySelectorAll("table")[0]!.querySelectorAll("tbody th")].map((cell) => cell.textContent)).toEqual([
    "Left the mailing list",
    "One order only",
    "Returned something",
  ]);
  expect(card.querySelector(".twin")!.textContent).toContain("140 of 1,000");
});

test("who came back this month, of how many, beside the usual; money of too few is withheld", () => {
  const card = parse(renderChurn(data(), {lang: "en"})).querySelector(".win-backs")!;
  expect(card.querySelector("h2")!.textContent).toBe(
    "23 customers came back this month after a long silence, of 1,320",
  );
  expect(card.querySelector(".twin")!.textContent).toContain("withheld");
  const open = winBacks.map((row, i) => ({...row, is_incomplete: i === winBacks.length - 1}));
  const page = parse(renderChurn(data({winBacks: open}), {lang: "en"}));
  expect(page.querySelector(".win-backs [fill='url(#hatch)']")).not.toBeNull();
  expect(page.querySelector("pattern#hatch")).not.toBeNull();
});
