import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeAll, expect, inject, it} from "vitest";
import {draftRelease, listed} from "../../data-loaders/releases/draft-release.ts";
import {writePointers} from "../../data-loaders/releases/pointers.ts";
import {putRelease} from "../../data-loaders/releases/put-release.ts";
import type {ReleaseManifest} from "../../data-loaders/releases/release-manifest.ts";
import {verifyReleases} from "../../data-loaders/releases/verify-releases.ts";
import {withReleases} from "../../data-loaders/releases/with-releases.ts";
import {scanTags} from "../../data-loaders/site/html-tags.ts";
import {listFiles} from "../../data-loaders/site/list-files.ts";
import type {Manifest} from "../../data-loaders/warehouse/manifest.ts";
import {type TinySite, tinySite} from "./tiny-site.ts";

let tiny: TinySite;
let root: string;
let manifest: ReleaseManifest;

beforeAll(async () => {
  tiny = await tinySite();
  root = join(inject("runFolder"), "releases");
  const index = {basePath: "/", title: "Shop", latest: null, releases: []};
  const origin = {commit: null, isDirty: null, configuration: {}, quality: [], libraries: {}, restatements: null};
  const fingerprints = {data: "", code: "", configuration: ""};
  const given = {index, manifest: tiny.manifest as unknown as Manifest, fingerprints, origin};
  await withReleases(root, async () => {
    const draft = await draftRelease(tiny.site, given);
    manifest = draft.manifest;
    const release = listed(manifest, await putRelease(root, draft, []));
    await writePointers(root, {...index, latest: release.id, releases: [release]});
  });
}, 240_000);

const read = (path: string) => readFileSync(join(root, path), "utf8");

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
  const before = new Set((await listFiles(tiny.site)).map((file) => file.split("/").at(-1)));
  let count = 0;
  for (const path of (await listFiles(root)).filter((file) => /\.(html|js|css)$/.test(file))) {
    const text = read(path);
    const tags = path.endsWith(".html") ? [...scanTags(text)].filter(({name}) => /^(link|script|img)$/.test(name)) : [];
    const addresses = tags.map(({attributes}) => attributes.get("href") ?? attributes.get("src") ?? "");
    for (const [, address] of text.matchAll(loads)) addresses.push(address!);
    for (const address of addresses.filter((name) => name.startsWith("."))) {
      const target = join(dirname(path), address);
      if (!before.has(target.split("/").at(-1)!)) continue; // libraries that Framework names and no page uses
      expect([path, address, existsSync(join(root, target))]).toEqual([path, address, true]);
      count++;
    }
  }
  expect(count).toBeGreaterThan(300);
});

it("the policy of every page allows its own scripts as they read now", async () => {
  for (const {path} of manifest.files.filter((file) => file.path.endsWith(".html"))) {
    const tags = [...scanTags(read(`r/${manifest.id}/${path}`))];
    const policy = tags.find(({attributes}) => attributes.get("http-equiv") === "Content-Security-Policy")!;
    for (const {name, attributes, text} of tags) {
      if (name !== "script" || attributes.has("src")) continue;
      const hash = createHash("sha256").update(text).digest("base64");
      expect([path, policy.attributes.get("content")]).toEqual([path, expect.stringContaining(hash)]);
    }
  }
});
