import {createHash} from "node:crypto";
import {expect, it} from "vitest";
import {listReferences, rewriteReferences} from "../../../data-loaders/releases/rewrite-references.ts";
import {shareAssets} from "../../../data-loaders/releases/share-assets.ts";

const site = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
const texts = (files: ReadonlyMap<string, Buffer>) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString()]));

it("references are found in scripts, attributes and style sheets, whatever the quotes", () => {
  const text = `import "./a.js"; import('../b/c.js'); x = \`./d.js\`; <link href="../e.css?v=1"> url(./f.woff2) "plain" "//g/h"`;
  expect(listReferences(text, "_npm/x/y.js")).toEqual([
    "_npm/x/a.js",
    "_npm/b/c.js",
    "_npm/x/d.js",
    "_npm/e.css",
    "_npm/x/f.woff2",
  ]);
});

it("a reference follows the file that moved, and others stay", () => {
  const moved = new Map([["_npm/b.js", "shared/1/_npm/b.js"]]);
  const text = 'import "../_npm/b.js"; import "../_npm/c.js";';
  expect(rewriteReferences(text, "en/page.html", "en/page.html", moved)).toBe(
    'import "../shared/1/_npm/b.js"; import "../_npm/c.js";',
  );
  expect(rewriteReferences('import "./b.js"', "_npm/a.js", "shared/1/_npm/a.js", moved)).toBe('import "./b.js"');
});

const files = {
  "en/page.html": '<script type="module">import "../_npm/a@1/a.js";</script><a href="../tr/page">tr</a>',
  "_import/chart.js": 'import "../_npm/a@1/a.js"; import "../_observablehq/client.js";',
  "_npm/a@1/a.js": 'import "../b@2/b.js"; import.meta.resolve("../b@2/b.wasm")',
  "_npm/b@2/b.js": "export const b = 1;",
  "_npm/b@2/b.wasm": "\0asm",
  "_observablehq/client.js": 'import "../_npm/a@1/a.js"; import "../_npm/absent@0/x.js";',
};

it("a shared file lies under the hash of what it says, and so do those that name it", () => {
  const {own, shared} = shareAssets(site(files));
  for (const [path, bytes] of shared)
    expect(path.split("/")[1]).toBe(createHash("sha256").update(bytes).digest("hex").slice(0, 16));
  const place = (name: string) => [...shared.keys()].find((path) => path.endsWith(`/${name}`))!;
  expect([...own.keys()].sort()).toEqual(["_import/chart.js", "en/page.html"]);
  const up = (name: string) => `"../../../${place(name).slice("shared/".length)}"`;
  expect(texts(shared)[place("_npm/a@1/a.js")]).toBe(
    `import ${up("_npm/b@2/b.js")}; import.meta.resolve(${up("_npm/b@2/b.wasm")})`,
  );
  expect(texts(own)["en/page.html"]).toBe(
    `<script type="module">import "../../../${place("_npm/a@1/a.js")}";</script><a href="../tr/page">tr</a>`,
  );
  expect(texts(own)["_import/chart.js"]).toContain(`"../../../${place("_observablehq/client.js")}"`);
});

it("a change of one library gives new paths to it and to what names it, not to others", () => {
  const before = [...shareAssets(site(files)).shared.keys()];
  const after = [...shareAssets(site({...files, "_npm/b@2/b.js": "export const b = 2;"})).shared.keys()];
  const kept = after.filter((path) => before.includes(path)).map((path) => path.split("/").at(-1));
  expect(kept).toEqual(["b.wasm"]);
});

it("files that import each other stay in the release, and what names them", () => {
  const round = {...files, "_npm/b@2/b.js": 'import "../a@1/a.js"; export const b = 1;'};
  const {own, shared} = shareAssets(site(round));
  expect([...shared.keys()].map((path) => path.split("/").at(-1))).toEqual(["b.wasm"]);
  const [wasm] = shared.keys();
  expect(texts(own)["_npm/a@1/a.js"]).toBe(`import "../b@2/b.js"; import.meta.resolve("../../../../${wasm}")`);
  expect(texts(own)["en/page.html"]).toBe(files["en/page.html"]);
});

it("a page's policy allows its script as it reads now", () => {
  const page = `<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'sha256-old'">${files["en/page.html"]}`;
  const html = texts(shareAssets(site({...files, "en/page.html": page})).own)["en/page.html"]!;
  const script = /<script type="module">(.*?)<\/script>/.exec(html)![1]!;
  expect(html).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  expect(html).not.toContain("sha256-old");
});
