import {readFileSync, statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {publishToCache} from "../../../data-loaders/site/publish-to-cache.ts";
import {temporaryFolder, write} from "./fixture-project.ts";

const files = {
  "src/data/a.arrow.sql": "select 1",
  "src/data/b.arrow.ts": "export default 1",
  "src/[lang]/report/[month].md.ts": "export default 1",
};

async function publish(outputs: Record<string, string>) {
  const root = temporaryFolder();
  write(root, files);
  const cacheDir = join(root, "src/.observablehq/cache");
  const time = (path: string) => statSync(join(root, path)).mtimeMs;
  const send = (outputs: Record<string, string>) =>
    publishToCache(
      cacheDir,
      Object.entries(outputs).map(([path, contents]) => ({path, contents})),
    );
  expect(await send(outputs)).toEqual(Object.keys(outputs));
  return {cacheDir, send, time, read: (path: string) => readFileSync(join(cacheDir, path), "utf8")};
}

it("publishToCache(cacheDir, outputs) leaves each output as new as its loader, so that it is not run", async () => {
  const {read, time} = await publish({"data/a.arrow": "1"});
  expect(read("data/a.arrow")).toBe("1");
  expect(time("src/.observablehq/cache/data/a.arrow")).toBeGreaterThanOrEqual(time("src/data/a.arrow.sql"));
});

it("publishToCache(cacheDir, outputs) touches only the loaders of what changed", async () => {
  const {send, time} = await publish({"data/a.arrow": "1", "data/b.arrow": "1"});
  const before = [time("src/data/a.arrow.sql"), time("src/data/b.arrow.ts")];
  expect(await send({"data/a.arrow": "2", "data/b.arrow": "1"})).toEqual(["data/a.arrow"]);
  expect(Math.floor(time("src/data/a.arrow.sql"))).toBeGreaterThan(Math.floor(before[0]!));
  expect(time("src/data/b.arrow.ts")).toBe(before[1]);
});

it("publishToCache(cacheDir, outputs) moves a loader forward even if its time lies in the future", async () => {
  const {cacheDir, send, time} = await publish({"data/a.arrow": "1"});
  const later = new Date(Date.now() + 1e6);
  utimesSync(join(cacheDir, "../../data/a.arrow.sql"), later, later);
  await send({"data/a.arrow": "2"});
  expect(time("src/data/a.arrow.sql")).toBeGreaterThan(+later);
  expect(time("src/.observablehq/cache/data/a.arrow")).toBeGreaterThan(+later);
});

it("publishToCache(cacheDir, outputs) keeps the other pages of a page loader fresh", async () => {
  const {send, time} = await publish({"tr/report/2026-09.md": "1", "tr/report/2026-10.md": "1"});
  await send({"tr/report/2026-10.md": "2"});
  const loader = time("src/[lang]/report/[month].md.ts");
  expect(time("src/.observablehq/cache/tr/report/2026-09.md")).toBeGreaterThanOrEqual(loader);
});

it("publishToCache(cacheDir, outputs) refuses what a static file would hide", async () => {
  const {cacheDir, send} = await publish({});
  write(join(cacheDir, "../.."), {"data/a.arrow": "stale"});
  await expect(send({"data/a.arrow": "1"})).rejects.toThrow("src/data/a.arrow: hides the loader");
});
