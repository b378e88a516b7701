import {expect, it} from "vitest";
import {listPagePaths} from "../../../data-loaders/site/list-page-paths.ts";
import {temporaryFolder, write} from "./fixture-project.ts";

const parameters = {languages: ["tr", "en"], months: ["2026-09", "2026-10"]};

async function list(...files: string[]) {
  const source = temporaryFolder();
  write(source, Object.fromEntries(files.map((file) => [file, "x"])));
  return listPagePaths(source, parameters);
}

it("listPagePaths(source, parameters) expands each parameter of a page's name", async () => {
  expect(
    await list("[lang]/index.md.ts", "[lang]/report/[month].md.ts", "en/about.md", "data/[month].arrow.sql"),
  ).toEqual([
    "/tr/index",
    "/en/index",
    "/tr/report/2026-09",
    "/tr/report/2026-10",
    "/en/report/2026-09",
    "/en/report/2026-10",
  ]);
});

it("listPagePaths(source, parameters) refuses a parameter that nothing gives a value", async () => {
  await expect(list("[lang]/[city].md")).rejects.toThrow("src/[lang]/[city].md: unknown parameter: [city]");
});
