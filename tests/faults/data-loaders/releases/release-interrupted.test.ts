import {spawnSync} from "node:child_process";
import {appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {ReleaseIndex} from "../../../../data-loaders/releases/release-index.ts";
import {verifyReleases} from "../../../../data-loaders/releases/verify-releases.ts";
import {configText, hashFolder, makeShop, runCommand, startCommand} from "../../../data-loaders/cli/run-command.ts";

/** How many runs are killed; `MUDAVIM_KILLS=100 npm run test:faults -- tests/faults/data-loaders/releases` takes half an hour. */
const KILLS = Number(process.env.MUDAVIM_KILLS ?? 6);
const PAIRS = Math.max(1, Math.round(KILLS / 4));

const root = mkdtempSync(join(tmpdir(), "mudavim-release-"));
afterAll(() => rmSync(root, {recursive: true, force: true}));

const row = (i: number) =>
  `O${i},C${(i * 7) % 40},2026-0${1 + (i % 3)}-${10 + (i % 17)} 10:00:00,${10 + (i % 90)}.50\n`;
const files = {
  "shop.config.ts": configText({languages: ["en"], sources: {order_lines: {kind: "csv", path: "orders.csv"}}}),
  "orders.csv": `order_id,customer_id,ordered_at,amount\n${Array.from({length: 200}, (_, i) => row(i)).join("")}`,
};

/** A shop with a folder of releases. */
interface ReleasedShop {
  folder: string;
  releases: string;
  private: string;
}

const argsOf = ({folder, releases, private: state}: ReleasedShop) => [
  "release",
  "--config",
  join(folder, "shop.config.ts"),
  "--to",
  releases,
  "--private",
  state,
];

let good: ReleasedShop;
let first: Record<string, string>;
/** What an undisturbed second release looks like, and how long it takes, in milliseconds. */
let second: Record<string, string>;
let duration: number;

/** The shop after its first release, with an order that came since. */
function copyShop(name: string, releases = join(root, name, "releases")): ReleasedShop {
  const folder = join(root, name);
  cpSync(good.folder, folder, {recursive: true, preserveTimestamps: true});
  if (releases !== join(folder, "releases")) cpSync(good.releases, releases, {recursive: true});
  appendFileSync(join(folder, "orders.csv"), row(200));
  return {folder, releases, private: join(folder, "private")};
}

async function release(shop: ReleasedShop): Promise<void> {
  const {code, output} = await runCommand(...argsOf(shop));
  expect(code, output).toBe(0);
}

beforeAll(async () => {
  const {folder} = makeShop(join(root, "good"), files);
  good = {folder, releases: join(folder, "releases"), private: join(folder, "private")};
  await release(good);
  first = hashFolder(good.releases);
  const shop = copyShop("undisturbed");
  const start = performance.now();
  await release(shop);
  duration = performance.now() - start;
  second = hashFolder(shop.releases);
  expect(readIndex(shop.releases).releases).toHaveLength(2);
}, 180_000);

const readIndex = (releases: string): ReleaseIndex => JSON.parse(readFileSync(join(releases, "releases.json"), "utf8"));

/** Nothing that a reader of the first release can see is gone or changed; a pointer may be the next release's already. */
function expectIntact(releases: string): void {
  const now = hashFolder(releases);
  for (const [path, hash] of Object.entries(first)) {
    if (path === ".lock") continue;
    const isPointer = !/^(r|shared)\//.test(path);
    expect([path, isPointer && now[path] === second[path] ? hash : now[path]]).toEqual([path, hash]);
  }
}

async function expectComplete(releases: string): Promise<void> {
  expect(await verifyReleases(releases)).toMatchObject({releases: 2, problems: []});
  expect(hashFolder(releases)).toEqual(second);
}

// Every second kill falls into the short time in which files are put in their places.
it(
  `${KILLS} releases killed at as many moments leave what was published, and the next run is good`,
  async () => {
    const moments: string[] = [];
    for (let i = 0; i < KILLS; i++) {
      const shop = copyShop(`killed-${i}`);
      const {child, ended} = startCommand(...argsOf(shop));
      const fraction = ((i + 1) * 0.618_033_988_7) % 1;
      const start = performance.now();
      if (i % 2 === 0) await Promise.race([delay(fraction * duration), ended]);
      else {
        const staged = join(shop.releases, ".staging");
        while (!existsSync(staged) && child.exitCode === null) await delay(1);
        await Promise.race([delay(fraction * 600), ended]);
      }
      child.kill("SIGKILL");
      await ended;
      moments.push(`${Math.round(performance.now() - start)} ms`);
      expectIntact(shop.releases);
      await release(shop);
      await expectComplete(shop.releases);
      rmSync(shop.folder, {recursive: true});
    }
    console.log(`${KILLS} kills after ${moments.join(", ")} of ${Math.round(duration)} ms: all intact`);
  },
  KILLS * 60_000,
);

it("a release on a disk that is full, at one write after the other, leaves what was published", async ({skip}) => {
  const disk = join(root, "disk");
  mkdirSync(disk);
  const mount = (options: string) =>
    spawnSync("/bin/mount", ["-t", "tmpfs", "-o", options, "none", disk], {encoding: "utf8"}).status === 0;
  if (!mount("size=512m")) return skip("NOT TESTED: mounting a small disk is not permitted");
  try {
    const shop = copyShop("full", join(disk, "releases"));
    const used = Number(spawnSync("du", ["-sk", disk], {encoding: "utf8"}).stdout.split("\t")[0]);
    let sizes = 0;
    let ended = {code: 1 as number | null, output: ""};
    for (let free = 8; ended.code !== 0; free = Math.ceil(free * (KILLS >= 50 ? 1.3 : 4))) {
      expect(mount(`remount,size=${used + free}k`)).toBe(true);
      ended = await runCommand(...argsOf(shop));
      if (ended.code === 0) break;
      sizes++;
      expect(ended.output.trimEnd().split("\n").at(-1)).toMatch(/^the disk is full: /);
      expect(ended.output).not.toMatch(/^\s+at /m);
      expectIntact(shop.releases);
      expect(readdirSync(shop.releases)).not.toContain(".staging");
    }
    expect(sizes).toBeGreaterThan(2);
    await expectComplete(shop.releases);
    console.log(`${sizes} sizes of a full disk: all intact`);
  } finally {
    spawnSync("/bin/umount", [disk]);
  }
}, 900_000);

it(
  `of two releases at once, ${PAIRS} times, one is made and the other says who is at it`,
  async () => {
    for (let i = 0; i < PAIRS; i++) {
      const shop = copyShop(`pair-${i}`);
      const other = {...shop, private: join(shop.folder, "private-2")};
      cpSync(shop.private, other.private, {recursive: true, preserveTimestamps: true});
      const runs = await Promise.all([shop, other].map((one) => startCommand(...argsOf(one)).ended));
      const [winner, loser] = runs.sort((a, b) => a.code! - b.code!);
      expect(winner!.code, winner!.output).toBe(0);
      expect(loser!.code, loser!.output).toBe(1);
      expect(loser!.output).toMatch(/another run holds .*lock: pid \d+ since /);
      await expectComplete(shop.releases);
      rmSync(shop.folder, {recursive: true});
    }
    console.log(`${PAIRS} pairs of releases at once: one made, one refused`);
  },
  PAIRS * 120_000,
);
