import {cpSync, readFileSync, statSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {expect, it} from "vitest";
import {listFiles} from "../../../data-loaders/site/list-files.ts";
import {vendorLibraries} from "../../../data-loaders/site/vendor.ts";
import {repository, sha256, temporaryFolder, write} from "./fixture-project.ts";

async function vendor(projectRoot: string) {
  const cacheDir = temporaryFolder("cache");
  await vendorLibraries({projectRoot, cacheDir});
  const files = await listFiles(cacheDir);
  const read = (path: string) => readFileSync(join(cacheDir, path));
  return {cacheDir, files, read, hashes: files.map((path) => `${path} ${sha256(read(path))}`)};
}

it("vendorLibraries(options) makes the same bytes in every checkout, and does nothing the second time", async () => {
  const elsewhere = temporaryFolder("elsewhere");
  symlinkSync(join(repository, "node_modules"), join(elsewhere, "node_modules"));
  cpSync(join(repository, "package-lock.json"), join(elsewhere, "package-lock.json"));
  const here = await vendor(repository);
  expect((await vendor(elsewhere)).hashes).toEqual(here.hashes);

  const inodeOfFirst = () => statSync(join(here.cacheDir, here.files[0]!)).ino;
  const before = inodeOfFirst();
  await vendorLibraries({projectRoot: repository, cacheDir: here.cacheDir});
  expect(inodeOfFirst()).toBe(before);

  // Hosts refuse files over 25 MB.
  expect(here.files.filter((path) => here.read(path).length > 20e6)).toEqual([]);
  const module = here.read("_npm/@duckdb/duckdb-wasm@1.29.0/dist/duckdb-eh.wasm");
  const asInstalled = readFileSync(join(repository, "node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  expect(gunzipSync(module).equals(asInstalled)).toBe(true);

  const bundles = here.files.filter((path) => path.endsWith("/_esm.js"));
  expect(bundles).toContain("_npm/d3@7.9.0/_esm.js");
  for (const path of bundles) {
    const source = here.read(path).toString();
    // Imports between bundles are relative, so that the site works below any base path.
    expect(source.match(/\bfrom"(?!\.\.?\/)[^"]{1,80}";/g) ?? [], path).toEqual([]);
    if (!path.includes("arquero")) expect(source, path).not.toMatch(/new Function\(/);
  }
  expect(here.read("_npm/@observablehq/plot@0.6.17/_esm.js").toString()).toContain('from"../../d3@7.9.0/_esm.js"');
}, 120_000);

it("vendorLibraries(options) refuses packages that are not those of the lockfile", async () => {
  const root = temporaryFolder();
  write(root, {
    "package-lock.json": JSON.stringify({packages: {"node_modules/@observablehq/plot": {version: "0.6.17"}}}),
    "node_modules/@observablehq/plot/package.json": JSON.stringify({version: "0.6.16"}),
  });
  await expect(vendorLibraries({projectRoot: root, cacheDir: join(root, "cache")})).rejects.toThrow(
    "@observablehq/plot: installed 0.6.16, locked 0.6.17; run npm ci",
  );
});
