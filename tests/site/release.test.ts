import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeAll, expect, it} from "vitest";
import type {ReleaseManifest} from "../../data-loaders/releases/release-manifest.ts";
import {verifyReleases} from "../../data-loaders/releases/verify-releases.ts";
import {scanTags} from "../../data-loaders/site/html-tags.ts";
import {listFiles} from "../../data-loaders/site/list-files.ts";
import {plainSite} from "./plain-site.ts";
import {readText} from "./project-copy.ts";
import {tinySite} from "./tiny-site.ts";

let root: string;
let path: string;
let manifest: ReleaseManifest;
/** Names of the files of a site that is no release. */
let plain: Set<string>;

beforeAll(async () => {
  const tiny = await tinySite();
  root = tiny.releases;
  path = tiny.path;
  manifest = JSON.parse(read(`${path}release.json`));
  plain = new Set((await listFiles((await plainSite()).site)).map((file) => file.split("/").at(-1)!));
}, 240_000);

const read = (file: string) => readText(root, file);

it("a release of a real site is whole, and what is large is shared", async () => {
  expect((await verifyReleases(root)).problems).toEqual([]);
  const bytes = (files: readonly {bytes: number}[]) => files.reduce((sum, file) => sum + file.bytes, 0);
  const own = manifest.files.filter(({path}) => !/^_(file|import)\//.test(path));
  expect(own.filter(({path}) => !/\.(html|json|js)$/.test(path))).toEqual([]);
  expect(bytes(manifest.shared)).toBeGreaterThan(15e6);
  expect(manifest.shared.some(({path}) => path.endsWith(".woff2"))).toBe(true);
});

it("whatever a file of it loads is there, and nothing leads out of the folder", async () => {
  const loads = /(?:\b(?:from|import)\s*\(?\s*|import\.meta\.resolve\(\s*|url\()["'](\.{1,2}\/[^"'?#]+)["']/g;
  let count = 0;
  for (const file of (await listFiles(root)).filter((name) => /\.(html|js|css)$/.test(name))) {
    const text = read(file);
    const tags = file.endsWith(".html") ? [...scanTags(text)].filter(({name}) => /^(link|script|img)$/.test(name)) : [];
    const addresses = tags.map(({attributes}) => attributes.get("href") ?? attributes.get("src") ?? "");
    for (const [, address] of text.matchAll(loads)) addresses.push(address!);
    for (const address of addresses.filter((name) => name.startsWith("."))) {
      const target = join(dirname(file), address);
      if (address.endsWith(".ts")) continue; // cited, by the page of tables
      // Of the libraries, Framework names some that no page uses.
      if (/_(npm|observablehq)\//.test(target) && !plain.has(target.split("/").at(-1)!)) continue;
      expect([file, address, existsSync(join(root, target))]).toEqual([file, address, true]);
      count++;
    }
  }
  expect(count).toBeGreaterThan(300);
});

it("the policy of every page allows its own scripts as they read now", async () => {
  for (const {path: page} of manifest.files.filter((file) => file.path.endsWith(".html"))) {
    const tags = [...scanTags(read(path + page))];
    const policy = tags.find(({attributes}) => attributes.get("http-equiv") === "Content-Security-Policy")!;
    for (const {name, attributes, text} of tags) {
      if (name !== "script" || attributes.has("src")) continue;
      const hash = createHash("sha256").update(text).digest("base64");
      expect([page, policy.attributes.get("content")]).toEqual([page, expect.stringContaining(hash)]);
    }
  }
});
