import {utimesSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {expect, it, onTestFinished} from "vitest";
import {watchSources} from "../../../data-loaders/site/watch-sources.ts";
import {temporaryFolder, write} from "./fixture-project.ts";

it("watchSources(folders, changed) tells of edits of SQL and TypeScript, and of nothing else", async () => {
  const folder = temporaryFolder();
  write(folder, {"a/b.sql": "1", "c.ts": "1", "d.csv": "1"});
  let calls = 0;
  const watcher = watchSources([{path: folder, isDeep: true}], async () => void calls++);
  onTestFinished(() => watcher.close());
  await delay(100);
  utimesSync(join(folder, "c.ts"), 1e9, 1e9);
  write(folder, {"d.csv": "2", "a/b.sql": "1"});
  await delay(400);
  expect(calls).toBe(0);
  write(folder, {"a/b.sql": "2"});
  await expect.poll(() => calls, {timeout: 5000}).toBe(1);
  write(folder, {"a/e.ts": "1"});
  await expect.poll(() => calls, {timeout: 5000}).toBe(2);
});

it("watchSources(folders, changed) answers edits during a call by one more call", async () => {
  const folder = temporaryFolder();
  write(folder, {"a.sql": "1"});
  let calls = 0;
  const watcher = watchSources([{path: folder, isDeep: false}], async () => {
    calls++;
    await delay(500);
  });
  onTestFinished(() => watcher.close());
  for (const text of ["2", "3", "4"]) {
    write(folder, {"a.sql": text});
    await delay(150);
  }
  await expect.poll(() => calls, {timeout: 5000}).toBe(2);
  await delay(800);
  expect(calls).toBe(2);
});
