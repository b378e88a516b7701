import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {liftFigures, restoreFigures} from "../../../data-loaders/site/lift-figures.ts";
import {temporaryFolder, write} from "./fixture-project.ts";

async function lift(source: string) {
  const cacheDir = temporaryFolder();
  write(cacheDir, {"en/report.md": source});
  const figures = await liftFigures(cacheDir);
  return {figures, page: readFileSync(join(cacheDir, "en/report.md"), "utf8")};
}

it("liftFigures(cacheDir) leaves a number for each drawing, and restoreFigures(html, figures) undoes it", async () => {
  const source = "# R\n\n<figure><svg a>\n\n<rect/></svg></figure> and <svg><text>$&</text></svg>";
  const {figures, page} = await lift(source);
  expect(page).toBe('# R\n\n<figure><svg data-figure="0"></svg></figure> and <svg data-figure="1"></svg>');
  expect(restoreFigures(page, figures)).toBe(source);
});

it.each([
  ["with a link", `<svg><a href="./x"></a></svg>`],
  ["with code", "<svg>${x}</svg>"],
  ["in a code block", "```html\n<svg></svg>\n```"],
])("liftFigures(cacheDir) leaves a drawing %s to Framework", async (_, source) => {
  expect(await lift(source)).toEqual({figures: [], page: source});
});

it("liftFigures(cacheDir) takes the inner one of nested drawings", async () => {
  const {figures, page} = await lift("<svg><svg>a</svg></svg>");
  expect(figures).toEqual(["<svg>a</svg>"]);
  expect(restoreFigures(page, figures)).toBe("<svg><svg>a</svg></svg>");
});
