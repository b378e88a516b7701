import {expect, test} from "vitest";
import type {FieldUsageRow} from "../../../../src/components/gaps/field-usage-row.ts";
import {getGaps, listMissing} from "../../../../src/components/gaps/get-gaps.ts";
import {getSources} from "../../../../src/components/gaps/get-sources.ts";
import type {ReportPage} from "../../../../src/components/gaps/report.ts";

const row = (name: string, used_by: string | null, is_filled: boolean): FieldUsageRow => {
  const [entity, field] = name.split(".") as [string, string];
  return {entity, field, is_required: false, is_filled, used_by};
};
const both = (text: string) => ({tr: text, en: text});
const page = (path: string, tables: string[], more: Partial<ReportPage> = {}): ReportPage => ({
  order: 1,
  title: both(path),
  question: both("?"),
  decision: both("!"),
  requires: [],
  path,
  tables,
  ...more,
});

const usage = [
  row("order_lines.customer_id", "sales", true),
  row("orders.customer_id", "sales", false),
  row("returns.amount", "sales", false),
  row("order_lines.is_return", "sales", false),
  row("customers.gender", "cube", false),
  row("returns.amount", "cube", false),
  row("order_lines.quantity", null, true),
  row("tickets.reason", "quality", true),
];

test("full, degraded and absent, for lack of what", () => {
  const pages = [
    page("visits", ["buyers"]),
    page("sales", ["sales"]),
    page("cube", ["cube"]),
    page("returns", ["sales"], {requires: ["returns"]}),
    page("baskets", [], {requires: ["products_sold"]}),
    page("engagement", [], {uses: ["footprints"]}),
    page("quality", ["cube"], {describesData: true}),
  ];
  expect(getGaps(usage, pages).reports.map(({report, status, missing}) => [report.path, status, ...missing])).toEqual([
    ["visits", "full"],
    ["sales", "degraded", "returns"],
    ["cube", "degraded", "returns", "gender"],
    ["returns", "absent", "returns"],
    ["baskets", "absent", "products_sold"],
    ["engagement", "degraded", "footprints"],
    ["quality", "full"],
  ]);
});

test("what completes the most reports comes first, then what improves the most", () => {
  const pages = [page("sales", ["sales"]), page("cube", ["cube"]), page("again", ["cube"])];
  const {missing} = getGaps(usage, pages);
  expect(missing.map(({need, reports, completes}) => [need, reports.length, completes.length])).toEqual([
    ["returns", 3, 1],
    ["gender", 2, 0],
  ]);
});

test("one field of several is enough", () => {
  const filled = usage.map((used) => (used.field === "is_return" ? {...used, is_filled: true} : used));
  expect(listMissing(usage, ["sales"])).toEqual(["returns"]);
  expect(listMissing(filled, ["sales"])).toEqual([]);
});

test("a field that only a page about the data uses is unused", () => {
  const pages = [page("sales", ["sales"]), page("quality", ["quality"], {describesData: true})];
  const sources = getSources(usage, pages, []);
  const isUsed = (entity: string, name: string) =>
    sources.find((source) => source.entity === entity)!.fields.find((field) => field.name === name)!.isUsed;
  expect(isUsed("tickets", "reason")).toBe(false);
  expect(isUsed("order_lines", "quantity")).toBe(false);
  expect(isUsed("customers", "gender")).toBe(true); // by a table that no page shows
  expect(sources.find(({entity}) => entity === "customers")!.reports).toEqual([]);
});

test("records are those of all files; a source without any is not the same as none", () => {
  const file = {file: "x.csv", records: 3, rejected: 1, rejects: []};
  const delivered = [
    {...file, name: "returns", accepted: 2},
    {...file, name: "returns", accepted: 5},
    {...file, name: "tickets", accepted: 0},
  ];
  const records = new Map(getSources(usage, [], delivered).map((source) => [source.entity, source.records]));
  expect([records.get("returns"), records.get("tickets"), records.get("customers")]).toEqual([7, 0, null]);
});
