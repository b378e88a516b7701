import {describe, expect, test} from "vitest";
import {qualityLimits} from "../../../../data-loaders/stats/quality-grade.ts";
import {monthDate} from "../../../../src/components/month.ts";
import type {QualityData} from "../../../../src/components/quality/quality-context.ts";
import type {QualityTrendRow, SourceMonthRow} from "../../../../src/components/quality/quality-rows.ts";
import {renderQuality} from "../../../../src/components/quality/render-quality.ts";
import {parse, smallShop} from "../../small-shop.ts";

const {manifest} = smallShop();
const months = manifest.months;

const run = (row: Partial<QualityTrendRow>): QualityTrendRow => ({
  ...{run: 2, as_of: new Date("2026-10-31"), entity: "all", is_current: true, adapter: "csv", files: 1},
  ...{records: 1000, accepted: 1000, rejected: 0, declared: 0, duplicates: 0, repeated: 0, orphans: 0},
  ...{out_of_range: 0, needed_empty: 0, newest_on: new Date("2026-10-31"), days_behind: 0, silent_days: 0},
  ...{grade: "A", reason: null, reason_entity: null, reason_value: null},
  ...row,
});

const month = (at: string, entity: string, row: Partial<SourceMonthRow> = {}): SourceMonthRow => ({
  ...{month: monthDate(at), entity, accepted: 500, usual_rows: 500, rejected: 0, orphans: 0, out_of_range: 0},
  ...{needed_empty: 0, silent_days: 0, grade: "A", reason: null, reason_entity: null, reason_value: null},
  ...row,
});

const broken = months.at(-3)!;
const silence = {silent_days: 9, grade: "B", reason: "silent", reason_entity: "web_events", reason_value: 9} as const;

const identity: QualityData["identity"] = [
  {measure: "accounts", kind: "all", total: 40},
  {measure: "persons", kind: "all", total: 38},
  {measure: "linked", kind: "email", total: 2},
];

const data: QualityData = {
  manifest,
  limits: qualityLimits,
  identity,
  counts: [
    {entity: "returns", entry_kind: "all", entry: "", measure: "accepted", subject: "", rows: 970, of_rows: 1000},
    {
      entity: "returns",
      entry_kind: "all",
      entry: "",
      measure: "rejected",
      subject: "amount: missing value",
      rows: 30,
      of_rows: 1000,
    },
    {entity: "returns", entry_kind: "all", entry: "", measure: "orphan", subject: "order_id", rows: 97, of_rows: 970},
    {entity: "returns", entry_kind: "all", entry: "", measure: "empty", subject: "reason", rows: 485, of_rows: 970},
    {entity: "returns", entry_kind: "file", entry: "1", measure: "accepted", subject: "", rows: 970, of_rows: 1000},
    {entity: "returns", entry_kind: "file", entry: "1", measure: "orphan", subject: "order_id", rows: 97, of_rows: 970},
    {
      entity: "orders",
      entry_kind: "channel",
      entry: "<b>fax</b>",
      measure: "accepted",
      subject: "",
      rows: 400,
      of_rows: 400,
    },
    {
      entity: "orders",
      entry_kind: "channel",
      entry: "<b>fax</b>",
      measure: "range",
      subject: "x",
      rows: null,
      of_rows: 400,
    },
    {entity: "orders", entry_kind: "channel", entry: "web", measure: "accepted", subject: "", rows: 600, of_rows: 600},
  ],
  months: months.flatMap((at) => [
    month(at, "all", at === broken ? silence : {}),
    month(at, "orders"),
    month(at, "web_events", at === broken ? {...silence, accepted: 300} : {}),
  ]),
  trend: [
    run({run: 1, is_current: false, adapter: null, files: null, newest_on: null, records: 900}),
    run({grade: "C", orphans: 97, rejected: 30, reason: "orphan", reason_entity: "returns", reason_value: 0.1}),
    run({entity: "orders"}),
    run({
      entity: "returns",
      grade: "C",
      orphans: 97,
      rejected: 30,
      reason: "orphan",
      reason_entity: "returns",
      reason_value: 0.1,
    }),
    run({entity: "web_events", ...{grade: "B", reason: "silent", reason_entity: "web_events", reason_value: 9}}),
  ],
};

const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, " ").trim();

describe.each([
  ["en", "Read the figures with care: quality C. Returns: 10% name an unknown order."],
  ["tr", "Rakamları dikkatle okuyun: kalite C. İadeler: %10 bilinmeyen bir sipariş gösteriyor."],
] as const)("the quality page in %s", (lang, headline) => {
  const source = renderQuality(data, {lang});
  const page = parse(source);

  test("answers first: the grade, and why", () => expect(text(page.querySelector("h1"))).toBe(headline));

  test("lists the sources by grade, with what lowers it", () => {
    const rows = Array.from(page.querySelectorAll(".quality-sources tbody tr"));
    expect(rows.map((row) => text(row.querySelector(".grade")))).toEqual(["C", "B", "A"]);
    expect(text(rows[1]!.lastElementChild)).toContain("9");
  });

  test("draws the month that broke off, beside those that did not", () => {
    const [first, second] = Array.from(page.querySelectorAll(".feed"));
    expect(first!.querySelectorAll("rect.broken")).toHaveLength(1);
    expect(first!.querySelectorAll("rect")).toHaveLength(25); // and the ground behind the broken one
    expect(second!.querySelectorAll(".broken, .alarm")).toHaveLength(0);
    expect(first!.querySelector("svg")!.getAttribute("aria-label")).toMatch(/300.*500/);
  });

  test("has every figure in a table too, and no script", () => {
    expect(page.querySelectorAll("script")).toHaveLength(0);
    expect(page.querySelectorAll(".twin table tbody tr").length).toBeGreaterThanOrEqual(24);
    expect(text(page)).toMatch(/rejects\//);
  });

  test("escapes the name of an entry point, and withholds its count", () => {
    expect(source).not.toContain("<b>fax");
    const row = Array.from(page.querySelectorAll("tbody tr")).find((tr) => text(tr)!.startsWith("<b>fax"));
    expect(text(row!)).toContain(lang === "tr" ? "gizli" : "withheld");
  });
});

test("a shop whose data has no fault, in its first run, says so", () => {
  const fine: QualityData = {
    manifest,
    limits: qualityLimits,
    identity,
    counts: [],
    months: months.map((at) => month(at, "all")),
    trend: [run({run: 1}), run({run: 1, entity: "order_lines"})],
  };
  const page = parse(renderQuality(fine, {lang: "en"}));
  expect(text(page.querySelector("h1"))).toBe("The data can be trusted: quality A.");
  expect(text(page)).toContain("The first run: there is nothing to compare with yet");
});
