import {readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {projectRoot} from "../../../data-loaders/project.ts";
import {listReports} from "../../../src/components/build-reports.ts";

const pages = await listReports();

test("every page says what it answers; the first page of a language only leads to them", () => {
  const files = readdirSync(join(projectRoot, "src/[lang]"), {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".md.ts"))
    .map((file) => file.slice(0, -".md.ts".length));
  expect(pages.map(({path}) => path).sort()).toEqual(files.filter((file) => file !== "index").sort());
  expect(new Set(pages.map(({order}) => order)).size).toBe(pages.length);
});

test("the tables that a page reads are found, those of its components included", () => {
  const tables = Object.fromEntries(pages.map((page) => [page.path, page.tables]));
  expect(tables.explore).toEqual(["customer-bands", "customer-cube", "field-usage", "flow-cube", "segments"]);
  expect(tables["report/[month]"]).toEqual(
    expect.arrayContaining(["monthly-sales", "segment-migration", "segment-sizes", "segment-slides", "slide-trend"]),
  );
  const published = readdirSync(join(projectRoot, "src/data"));
  for (const table of pages.flatMap((page) => page.tables))
    expect(published.some((file) => file.startsWith(`${table}.arrow.`))).toBe(true);
});
