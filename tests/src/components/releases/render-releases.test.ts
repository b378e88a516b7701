import {expect, test} from "vitest";
import type {EarlierReleases} from "../../../../data-loaders/warehouse/earlier-releases.ts";
import {monthDate} from "../../../../src/components/month.ts";
import {getPageContext} from "../../../../src/components/page-context.ts";
import {monthRestatements} from "../../../../src/components/releases/month-restatements.ts";
import {renderReleases} from "../../../../src/components/releases/render-releases.ts";
import type {ReleaseHistory, RestatementRow} from "../../../../src/components/releases/restatements.ts";
import {parse, smallShop} from "../../small-shop.ts";

const {manifest, segments} = smallShop();
const [before, month] = manifest.months.slice(-3);

const earlier: EarlierReleases = {
  comparedWith: "2026-09-2-0123abcd",
  releases: [
    {
      id: "2026-09-1-aaaaaaaa",
      month: "2026-09",
      asOf: "2026-09-30",
      definitions: "1",
      isPinned: true,
      restatements: null,
    },
    {
      ...{id: "2026-09-2-0123abcd", month: "2026-09", asOf: "2026-09-30", definitions: "1", isPinned: false},
      restatements: {returns: 3, "merges+returns": 1},
    },
  ],
};

const row = (changed: Partial<RestatementRow>): RestatementRow => ({
  ...{release_no: 3, release: null, compared_with: "2026-09-2-0123abcd", published_table: "segment-sizes"},
  ...{month: monthDate(month!), row_key: "segment=champions", measure: "customers", old_value: 10, new_value: 12},
  cause: "merges",
  ...changed,
});

const rows = [
  row({}),
  row({
    published_table: "monthly-sales",
    row_key: "",
    measure: "net_revenue",
    old_value: 930,
    new_value: 923,
    cause: "returns",
  }),
  row({row_key: "segment=<b>x</b>", month: monthDate(before!), old_value: null, cause: "merges+returns"}),
  row({release_no: 2, release: "2026-09-2-0123abcd", measure: "order_count_window", cause: "late_data"}),
];

const render = (given: {earlier?: EarlierReleases; restatements?: RestatementRow[]}, lang: "tr" | "en" = "en") =>
  parse(renderReleases({manifest, segments, earlier: given.earlier, restatements: given.restatements ?? []}, {lang}));
const texts = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, " ").trim());

test("says how many figures changed and why, and shows this release's alone", () => {
  const root = render({earlier, restatements: rows});
  expect(texts(root, "h1")).toEqual([
    "3 published figures changed, because accounts turned out to be one person, and because returns came since.",
  ]);
  const [figures, tables, releases] = [...root.querySelectorAll<HTMLElement>("table")];
  expect(texts(figures!, "tbody tr").length).toBe(3);
  expect(texts(figures!, "tbody tr:first-child > *").slice(0, 1)).toEqual(["Net revenue monthly-sales"]);
  expect(texts(figures!, "tbody tr:first-child td").slice(1)).toEqual(["₺930", "₺923", "returns"]);
  expect(texts(figures!, "tbody tr:last-child td").slice(1)).toEqual(["–", "12", "merged people, returns"]);
  expect(texts(tables!, "tbody th")).toEqual(["segment-sizes", "monthly-sales"]);
  expect(texts(releases!, "tbody th")).toEqual(["2026-09-2-0123abcd", "2026-09-1-aaaaaaaa kept"]);
  expect(texts(releases!, "tbody td")).toEqual([
    "30 September 2026",
    "1",
    "4",
    "returns, merged people",
    "30 September 2026",
    "1",
    "not assessed",
    "",
  ]);
  expect(root.querySelector("b > x, script")).toBeNull();
  expect(root.textContent).toContain("<b>x</b>");
});

test("a long list is folded, and cut", () => {
  const many = Array.from({length: 700}, (_, i) => row({row_key: `segment=${i}`}));
  const root = render({earlier, restatements: many}, "tr");
  expect(root.querySelectorAll("details tbody tr")).toHaveLength(488);
  expect(texts(root, "summary")).toEqual(["700 rakamın ilk 500 tanesi; hepsi restatements tablosunda"]);
});

test("nothing changed, nothing to compare with, and not assessed are three different things", () => {
  expect(texts(render({earlier}), "h1")).toEqual(["No published figure has changed."]);
  expect(texts(render({}), "h1")).toEqual(["Nothing was published before this."]);
  expect(texts(render({earlier: {...earlier, comparedWith: null}}), "h1")).toEqual([
    "Not assessed: what earlier releases said is not at hand.",
  ]);
});

test("a report names the restated figures of its month, those of earlier releases too", () => {
  const context = {...getPageContext("en", manifest, segments), month: month!};
  const block = (history: ReleaseHistory) => parse(monthRestatements(history, context).html).textContent;
  expect(block({earlier, restatements: rows})).toContain("3 figures of this month were published otherwise before.");
  expect(block({earlier, restatements: rows})).toContain("Net revenue: ₺930 → ₺923 (returns)");
  expect(block({earlier, restatements: []})).toContain("No figure of this month has changed since it was published");
  expect(block({earlier: undefined, restatements: rows})).toContain("Not assessed");
  expect(block({earlier: {...earlier, comparedWith: null}, restatements: rows})).toContain("Not assessed");
});
