import {tableFromArrays, tableToIPC} from "apache-arrow";
import {expect, it} from "vitest";
import {compareFigures} from "../../../data-loaders/releases/compare-figures.ts";
import {describeAsMarkdown, describeAsText} from "../../../data-loaders/releases/describe-diff.ts";
import {diffSides} from "../../../data-loaders/releases/diff-sides.ts";
import {type Evidence, findCauses} from "../../../data-loaders/releases/find-cause.ts";
import type {Side} from "../../../data-loaders/releases/open-side.ts";
import {type Figures, readFigures} from "../../../data-loaders/releases/read-figures.ts";
import type {Manifest} from "../../../data-loaders/warehouse/manifest.ts";

const column = (name: string, type: string) => ({name, type, isNullable: true, description: ""});
const shape = {
  name: "sizes",
  key: ["month", "segment"],
  columns: [
    column("month", "date"),
    column("segment", "text"),
    column("customers", "integer"),
    column("money", "number"),
  ],
};

/** Rows of month, segment, customers, money. */
function figures(...rows: [string, string, number, number | null][]): Figures {
  const bytes = tableToIPC(
    tableFromArrays({
      month: rows.map(([month]) => new Date(`${month}-01T00:00:00Z`)),
      segment: rows.map(([, segment]) => segment),
      customers: Int32Array.from(rows, ([, , customers]) => customers),
      money: rows.map(([, , , money]) => money),
    }),
  );
  return readFigures(shape, bytes);
}

const before = figures(["2026-09", "loyal", 10, 1000.5], ["2026-09", "lost", 5, null], ["2026-10", "loyal", 3, 30]);

it("figures that differ are listed by row and measure, with what was withheld or absent as null", () => {
  const after = figures(
    ["2026-09", "loyal", 11, 1000.5 * (1 + 1e-12)],
    ["2026-09", "lost", 5, 7],
    ["2026-09", "new", 1, null],
  );
  expect(compareFigures(before, after, {isPublished: (month) => month === "2026-09"})).toEqual([
    {table: "sizes", row: "segment=loyal", month: "2026-09", measure: "customers", before: 10, after: 11},
    {table: "sizes", row: "segment=lost", month: "2026-09", measure: "money", before: null, after: 7},
    {table: "sizes", row: "segment=new", month: "2026-09", measure: "customers", before: null, after: 1},
  ]);
  expect(compareFigures(before, before)).toEqual([]);
  const near = figures(["2026-09", "loyal", 10, 1001], ["2026-09", "lost", 5, null], ["2026-10", "loyal", 3, 30]);
  expect(compareFigures(before, near, {tolerance: 0.001})).toEqual([]);
  expect(compareFigures(before, near, {tolerance: 0.0001})).toHaveLength(1);
});

const evidence: Evidence = {
  definitions: {hash: "a", version: "1"},
  orders: {"2026-08": "x", "2026-09": "x"},
  returns: {"2026-08": "x"},
  people: {"2026-08": "x"},
  touches: {},
};

it.each<[string, Partial<Evidence>, boolean, string[]]>([
  ["nothing", {}, false, ["unexplained", "unexplained", "unexplained"]],
  ["a new month", {orders: {...evidence.orders, "2026-10": "x"}}, false, ["unexplained", "unexplained", "late_data"]],
  [
    "an order of September",
    {orders: {"2026-08": "x", "2026-09": "y"}},
    false,
    ["unexplained", "late_data", "late_data"],
  ],
  ["a return in September", {returns: {"2026-08": "x", "2026-09": "y"}}, false, ["unexplained", "returns", "returns"]],
  [
    "both",
    {returns: {"2026-08": "y"}, people: {"2026-08": "x", "2026-09": "y"}},
    false,
    ["returns", "returns+late_data", "returns+late_data"],
  ],
  ["a merge", {people: {"2026-08": "y"}}, true, ["merges", "merges", "merges"]],
  ["a merge and a return", {returns: {}}, true, ["merges+returns", "merges+returns", "merges+returns"]],
  [
    "another definition",
    {definitions: {hash: "b", version: "1"}, returns: {}},
    true,
    ["definition_change", "definition_change", "definition_change"],
  ],
])("causes after %s", (_, changed, hasMerges, expected) => {
  const {causeOf} = findCauses(evidence, {...evidence, ...changed}, hasMerges);
  expect(["2026-08", "2026-09", "2026-10"].map(causeOf)).toEqual(expected);
});

interface Given {
  label?: string;
  version?: string;
  hash?: string;
  input?: string;
  months?: string[];
  tables: Record<string, Figures>;
}

/** A side whose tables are given. */
function side({
  label = "A",
  version = "1",
  hash = "h",
  input = "i",
  months = ["2026-09", "2026-10"],
  tables,
}: Given): Side {
  const listed = Object.entries(tables).map(([name, {rows}]) => ({
    name,
    sha256: JSON.stringify([...rows.entries()]),
  }));
  const manifest = {
    ...{months, isPartialMonth: false, definitions: {version, hash}, sources: [{name: "order_lines", sha256: input}]},
    tables: listed,
  } as unknown as Manifest;
  return {label, manifest, figures: (name) => tables[name]};
}

const changed = figures(["2026-09", "loyal", 11, 1000.5], ["2026-09", "lost", 5, null], ["2026-10", "loyal", 3, 30]);
const old = side({tables: {sizes: before}});

it("a change under the same input and definitions is unexplained, unless it is declared", () => {
  const now = side({tables: {sizes: changed}});
  expect(diffSides(old, now)).toMatchObject({unexplained: 1, tables: [{name: "sizes", changes: [{reason: null}]}]});
  expect(diffSides(old, now, {declared: ["sizes.customers"]}).unexplained).toBe(0);
  expect(diffSides(old, now, {declared: ["sizes.money"]}).unexplained).toBe(1);
  expect(diffSides(old, old)).toMatchObject({unexplained: 0, tables: [], equal: 1});
});

it("a new version of the definitions explains; a change of them under the old version does not", () => {
  expect(diffSides(old, side({tables: {sizes: changed}, version: "2", hash: "g"})).unexplained).toBe(0);
  expect(diffSides(old, side({tables: {sizes: changed}, hash: "g", input: "j"})).unexplained).toBe(1);
});

it("other input explains, and a new month is no change", () => {
  const grown = figures(
    ["2026-09", "loyal", 10, 1000.5],
    ["2026-09", "lost", 5, null],
    ["2026-10", "loyal", 3, 30],
    ["2026-11", "loyal", 4, 40],
  );
  const months = ["2026-09", "2026-10", "2026-11"];
  expect(diffSides(old, side({tables: {sizes: grown}, months}))).toMatchObject({
    tables: [],
    newMonths: ["2026-11"],
  });
  expect(diffSides(old, side({tables: {sizes: changed}, input: "j"})).tables[0]!.changes[0]!.reason).toBe(
    "other input",
  );
});

it("what the later release recorded says why, and an unexplained restatement stays one", () => {
  const recorded = (cause: string): Figures => ({
    table: "restatements",
    key: ["published_table", "month", "row_key", "measure"],
    measures: ["release", "compared_with", "cause"],
    rows: new Map([
      ["1", {key: ["sizes", "2026-09-01", "segment=loyal", "customers"], month: "2026-09", values: [null, "A", cause]}],
    ]),
  });
  const now = (cause: string) => side({tables: {sizes: changed, restatements: recorded(cause)}, input: "j"});
  expect(diffSides(old, now("returns")).tables[0]!.changes[0]!.reason).toBe("returns");
  expect(diffSides(old, now("unexplained")).unexplained).toBe(1);
});

it("causes of moves are compared where no side held them against an earlier release", () => {
  const causes = (customers: number, isAssessed: boolean): Figures => ({
    table: "move-causes",
    key: ["month", "cause"],
    measures: ["customers", "is_restated_assessed"],
    rows: new Map([["1", {key: ["2026-09-01", "ageing"], month: "2026-09", values: [customers, isAssessed]}]]),
  });
  const sideOf = (figures: Figures) => side({tables: {"move-causes": figures}});
  const unassessed = sideOf(causes(5, false));
  expect(diffSides(unassessed, sideOf(causes(4, false))).unexplained).toBe(1);
  expect(diffSides(unassessed, sideOf(causes(4, true))).tables).toEqual([]);
  expect(diffSides(sideOf(causes(4, true)), unassessed).tables).toEqual([]);
});

it("a table that is gone is a change that must be declared", () => {
  const now = side({tables: {}});
  expect(diffSides(old, now)).toMatchObject({removed: ["sizes"], unexplained: 1});
  expect(diffSides(old, now, {declared: ["sizes"]}).unexplained).toBe(0);
});

it("prints for people and for a pull request, as text whatever the data say", () => {
  const hostile = (n: number) => figures(["2026-09", "<img|x>`", n, null], ["2026-10", "loyal", n, null]);
  const difference = diffSides(side({tables: {sizes: hostile(10)}}), side({tables: {sizes: hostile(12)}}));
  const options = {before: "A", after: "B", most: 1};
  expect(
    describeAsText(difference, options),
  ).toBe(`A → B: 2 figures changed in 1 table, 2 of them unexplained; 0 tables unchanged

sizes: 2 figures changed
! 2026-09, segment=<img|x>\`: customers 10 → 12 (+20.00 %)  (unexplained)
  … and 1 more
`);
  const markdown = describeAsMarkdown(difference, options);
  expect(markdown).toContain("| 2026-09 | segment=&#60;img&#124;x&#62;&#96; | customers | 10 | 12 | **unexplained** |");
  expect(markdown).toContain("<details open><summary>sizes: 2 figures changed, 2 unexplained</summary>");
  expect(describeAsText(diffSides(old, old), options)).toBe("A → B: no published figure changed, in 1 table\n");
});
