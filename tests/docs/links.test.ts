import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {projectRoot} from "../../data-loaders/project.ts";

const documents = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(projectRoot, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test.each(documents)("%s links only to files that exist", (document) => {
  const text = readFileSync(join(projectRoot, document), "utf8").replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
  const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !existsSync(join(projectRoot, dirname(document), link)))).toEqual([]);
});
