import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {brotliCompressSync} from "node:zlib";
import {JSDOM} from "jsdom";
import {beforeAll, describe, expect, it} from "vitest";
import {listFiles} from "../../data-loaders/site/list-files.ts";
import {getFormat} from "../../src/components/format.ts";
import type {MonthlySalesRow} from "../../src/components/report/monthly-rows.ts";
import type {MigrationRow} from "../../src/components/report/movement-rows.ts";
import type {SlideTrendRow} from "../../src/components/report/slide-rows.ts";
import type {SegmentRow, SegmentSizeRow} from "../../src/components/segment-rows.ts";
import {arrowRows} from "./arrow-rows.ts";
import {readText} from "./project-copy.ts";
import {type TinySite, tinySite} from "./tiny-site.ts";

type ByMonth<T> = Omit<T, "month"> & {month: string};

const languages = ["tr", "en"] as const;

let tiny: TinySite;
beforeAll(async () => {
  tiny = await tinySite();
}, 240_000);

const read = (path: string) => readText(tiny.site, path);
const parser = new new JSDOM("").window.DOMParser();
const documents = new Map<string, Document>();

/** A page as a browser without scripts reads it. */
function parse(path: string): Document {
  const document = documents.get(path) ?? parser.parseFromString(read(path), "text/html");
  documents.set(path, document);
  return document;
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();
const text = (element: Element | null | undefined) => plain(element?.textContent ?? "");

function reports(): {path: string; month: string; lang: "tr" | "en"}[] {
  return languages.flatMap((lang) =>
    tiny.manifest.months.map((month) => ({lang, month, path: `${lang}/report/${month}.html`})),
  );
}

describe("every report", () => {
  it("is there, for twelve months in two languages", () => {
    expect(reports()).toHaveLength(24);
    for (const {path} of reports()) expect(existsSync(join(tiny.site, path)), path).toBe(true);
  });

  it("is in its language, and names the same page in the others", () => {
    for (const {path, lang, month} of reports()) {
      const html = read(path);
      expect(html, path).toContain(`<html lang="${lang}">`);
      for (const other of languages) {
        expect(html, path).toContain(
          `<link rel="alternate" hreflang="${other}" href="../../${other}/report/${month}.html">`,
        );
      }
    }
  });

  it("says the number of slides in the headline, and the five figures of the month", () => {
    const trend = arrowRows<ByMonth<SlideTrendRow>>(tiny.data, "slide-trend");
    const sales = arrowRows<ByMonth<MonthlySalesRow>>(tiny.data, "monthly-sales");
    const sizes = arrowRows<ByMonth<SegmentSizeRow>>(tiny.data, "segment-sizes");
    const kinds = new Map(arrowRows<SegmentRow>(tiny.data, "segments").map(({key, kind}) => [key, kind]));
    const {from} = tiny.manifest.definitions.slide;
    expect(trend.some(({customers}) => customers > 0)).toBe(true);
    for (const {path, month, lang} of reports()) {
      const page = parse(path);
      const f = getFormat(lang, tiny.manifest.shop.currency);
      const slides = trend.find((row) => row.month === month)!.customers;
      if (slides > 0 && month !== tiny.manifest.months[0]) {
        expect(text(page.querySelector("h1")).split(/[^\d]+/), path).toContain(String(slides));
      }
      const size = (keep: (key: string) => boolean) =>
        sizes.filter((row) => row.month === month && keep(row.segment)).reduce((sum, row) => sum + row.customers, 0);
      const shown = Array.from(page.querySelectorAll(".figures .big"), text);
      expect(shown.slice(0, 3), path).toEqual([
        f.integer(size((key) => kinds.get(key) === "segment")),
        f.integer(size((key) => from.includes(key))),
        f.integer(slides),
      ]);
      expect(shown.at(-1), path).toBe(plain(f.compactMoney(sales.find((row) => row.month === month)!.net_revenue)));
    }
  });

  it("has a matrix whose cells and sums are those of the published table", () => {
    const migration = arrowRows<ByMonth<MigrationRow>>(tiny.data, "segment-migration");
    for (const {path, month} of reports()) {
      const table = parse(path).querySelector("table.migration");
      if (month === tiny.manifest.months[0]) {
        expect(table, path).toBeNull();
        continue;
      }
      const moves = migration.filter((row) => row.horizon_months === 1 && row.month === month);
      const cells = Array.from(table!.querySelectorAll("tbody td b"), (cell) => toNumber(text(cell)));
      const expected = moves.map(({customers}) => customers).filter((customers) => customers > 0);
      expect(cells.sort(ascending), path).toEqual(expected.sort(ascending));
      expect(toNumber(text(table!.querySelector("tfoot td:last-child"))), path).toBe(sum(expected));
      const sumsOfRows = Array.from(table!.querySelectorAll("tbody td:last-child"), (cell) => toNumber(text(cell)));
      expect(sum(sumsOfRows), path).toBe(sum(expected));
    }
  });

  it("needs no script, no data file and no other page to be read", () => {
    for (const {path} of reports()) {
      const page = parse(path);
      expect(page.querySelectorAll("main svg").length, path).toBeGreaterThan(5);
      expect(text(page.querySelector("main")).length, path).toBeGreaterThan(1000);
      expect(page.querySelectorAll("observablehq-loading, .observablehq--error, [data-body]"), path).toHaveLength(0);
      expect(read(path), path).not.toMatch(/_file\/|<script(?! type="module">\s*import "[^"]+client\.\w+\.js";\s*<)/);
      // What was lifted past Framework closes every element that it opens.
      expect(page.querySelector("#observablehq-center > footer"), path).not.toBeNull();
    }
  });

  it("has at most 150 KB to fetch before it is read: page, style sheet, fonts", () => {
    const pages = reports().sort((a, b) => read(b.path).length - read(a.path).length);
    for (const {path} of pages.slice(0, 2)) {
      const page = parse(path);
      const blocking = page.querySelectorAll('link[rel="stylesheet"], link[rel="preload"][as="font"]');
      const files = Array.from(blocking, (link) => join(tiny.site, path, "..", link.getAttribute("href")!));
      expect(files.length).toBeGreaterThanOrEqual(2);
      const bytes = [join(tiny.site, path), ...files].map((file) => brotliCompressSync(readFileSync(file)).length);
      expect(sum(bytes), path).toBeLessThanOrEqual(150_000);
    }
  });
});

it("the name of the shop is text, whatever it contains", () => {
  for (const lang of languages) {
    expect(text(parse(`${lang}/index.html`).querySelector("main"))).toContain("Ihlamur <Çarşı> & ${1}");
    expect(read(`${lang}/report/2026-03.html`)).not.toContain("<Çarşı>");
  }
});

it("no file of the site refers to another host, besides links to follow", async () => {
  for (const file of await listFiles(tiny.releases)) {
    if (!/\.(html|css)$/.test(file)) continue;
    const source = readText(tiny.releases, file)
      .replace(/<a\s[^>]*>/g, "")
      .replaceAll("http://www.w3.org/", "");
    expect(source, file).not.toMatch(/https?:\/\/|["'(]\/\//);
  }
});

it("a page that needs data names the published files alone, by their hash", () => {
  const explore = read("en/explore.html");
  const files = [...explore.matchAll(/_file\/data\/([\w-]+)\.[\da-f]{8}\.arrow/g)].map(([, name]) => name);
  expect(new Set(files)).toEqual(new Set(["customer-cube", "flow-cube"]));
  expect(explore).toContain("_integrity.");
});

const toNumber = (shown: string) => Number(shown.replace(/\D/g, ""));
const ascending = (a: number, b: number) => a - b;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
