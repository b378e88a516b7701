import {expect, it} from "vitest";
import {verifySite} from "../../../data-loaders/site/verify-site.ts";
import {sha256, temporaryFolder, write} from "./fixture-project.ts";

const good = {
  ".nojekyll": "",
  "en/report/2026-10.html": `<a href="https://example.com/">out</a><script type="module">import "./a.js";</script>`,
  "_file/data/a.12345678.arrow": "abc",
};
const expected = {
  dynamicPaths: ["/en/report/2026-10"],
  files: [{file: "a.arrow", bytes: 3, sha256: sha256("abc")}],
};

async function verify(files: Record<string, string>, options = expected) {
  const site = temporaryFolder();
  write(site, files);
  return verifySite(site, options);
}

it("verifySite(site, options) returns the size of a site that is right", async () => {
  expect(await verify(good)).toMatchObject({size: {pages: 1, files: 3}, brokenLinks: []});
});

it("verifySite(site, options) lists links that lead nowhere", async () => {
  const page = `<h2 id="a">a</h2><a href="#a">a</a><a href="./x#b">b</a><a href="../y">y</a><a href="../en/">en</a><a href="mailto:a@b.c">c</a>`;
  const {brokenLinks} = await verify({...good, "en/x.html": page, "en/index.html": `<a href="./x#a">x</a>`});
  expect(brokenLinks).toEqual(["en/x.html: broken link: /en/x#b", "en/x.html: broken link: /y"]);
});

it("verifySite(site, options) does not ask for a published file that no page uses", async () => {
  const files = [...expected.files, {file: "b.arrow", bytes: 1, sha256: "0"}];
  await expect(verify(good, {...expected, files})).resolves.toBeDefined();
});

it.each<[string, Record<string, string>, string]>([
  ["a missing page", {"en/report/2026-10.html": "", "en/report/2026-10.htm": "x"}, "empty file"],
  ["an empty file", {"_file/b.csv": ""}, "_file/b.csv: empty file"],
  ["other bytes", {"_file/data/a.12345678.arrow": "abd"}, "_file/data/a.12345678.arrow: differs from the published"],
  ["a foreign script", {"x.html": `<script src="//cdn.example.com/a.js">`}, 'another host: <script src="//cdn'],
  ["a foreign style", {"x.html": `<link href="https://fonts.example.com/a">`}, "another host: <link href="],
  ["a foreign import", {"a.js": `import{a}from"https://cdn.example.com/a.js"`}, "a.js: another host: https://cdn"],
  ["a foreign font", {"a.css": "@font-face{src:url(https://f.example.com/a)}"}, "a.css: another host: https://f"],
  [
    "a page with an error",
    {"x.html": `<div class="observablehq--inspect observablehq--error">SyntaxError: bad (1:2)</div>`},
    "x.html: SyntaxError: bad (1:2)",
  ],
])("verifySite(site, options) refuses %s", async (_, files, message) => {
  await expect(verify({...good, ...files})).rejects.toThrow(message);
});

it("verifySite(site, options) refuses a site without a dynamic path's page", async () => {
  await expect(verify({".nojekyll": ""})).rejects.toThrow("/en/report/2026-10: missing page");
});
