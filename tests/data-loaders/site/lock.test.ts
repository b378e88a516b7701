import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {hostname} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {LockedError, withLock} from "../../../data-loaders/site/lock.ts";
import {processStart} from "../../../data-loaders/site/process-start.ts";
import {temporaryFolder, write} from "./fixture-project.ts";

const deadPid = () => spawnSync("true").pid;
const owner = (fields: object) =>
  JSON.stringify({
    id: "x",
    pid: process.pid,
    host: hostname(),
    start: null,
    since: "then",
    command: "build",
    ...fields,
  });

it("withLock(file, run) returns what run returns, and leaves nothing", async () => {
  const folder = temporaryFolder();
  const held = await withLock(join(folder, "a/lock"), async () =>
    JSON.parse(readFileSync(join(folder, "a/lock"), "utf8")),
  );
  expect(held).toMatchObject({pid: process.pid, host: hostname()});
  expect(readdirSync(join(folder, "a"))).toEqual([]);
});

it("withLock(file, run) lets go when run fails", async () => {
  const file = join(temporaryFolder(), "lock");
  await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(file)).toBe(false);
});

it("withLock(file, run) fails at once while another run holds it, and names that run", async () => {
  const file = join(temporaryFolder(), "lock");
  await withLock(file, async () => {
    const second = withLock(file, async () => expect.fail("both ran"));
    await expect(second).rejects.toThrow(`another run holds ${file}: pid ${process.pid} since `);
    await expect(second).rejects.toBeInstanceOf(LockedError);
  });
});

it.each([
  ["a dead process", () => owner({pid: deadPid()})],
  ["a pid that was given out again", () => owner({start: "1"})],
  ["a damaged file", () => ""],
])("withLock(file, run) takes the lock of %s over", async (_, contents) => {
  const folder = temporaryFolder();
  write(folder, {lock: contents()});
  expect(await withLock(join(folder, "lock"), async () => "mine")).toBe("mine");
  expect(readdirSync(folder)).toEqual([]);
});

it("withLock(file, run) leaves a lock of another host alone", async () => {
  const folder = temporaryFolder();
  write(folder, {lock: owner({pid: deadPid(), host: "elsewhere"})});
  await expect(withLock(join(folder, "lock"), async () => {})).rejects.toThrow("on elsewhere; if that run is over");
});

it("withLock(file, run) lets one of many take a dead lock over, also after a dead take-over", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "lock");
  write(folder, {
    lock: owner({id: "dead", pid: deadPid()}),
    "lock.dead.take-over": owner({id: "also", pid: deadPid()}),
  });
  let running = 0;
  const runs = Array.from({length: 20}, () =>
    withLock(file, async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running--;
    }),
  );
  const results = await Promise.allSettled(runs);
  expect(results.filter(({status}) => status === "fulfilled")).toHaveLength(1);
  expect(results.every((r) => r.status === "fulfilled" || r.reason instanceof LockedError)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

it("processStart(pid) is stable for a process and null for none", () => {
  expect(processStart(process.pid)).toBe(processStart(process.pid));
  expect(processStart(2 ** 30)).toBe(null);
});
