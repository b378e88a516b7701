import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeEach, describe, expect, it} from "vitest";
import {listPrunable, pin, prune, rollBack} from "../../../data-loaders/releases/change-releases.ts";
import {publishReleases} from "../../../data-loaders/releases/publish-releases.ts";
import {formatReleaseId, maybeReleaseId} from "../../../data-loaders/releases/release-id.ts";
import {getIndex, type ReleaseIndex} from "../../../data-loaders/releases/release-index.ts";
import {verifyReleases} from "../../../data-loaders/releases/verify-releases.ts";
import {announce, withReleases} from "../../../data-loaders/releases/with-releases.ts";
import {hashFolder} from "../cli/run-command.ts";
import {addRelease} from "./release-tree.ts";

const folder = mkdtempSync(join(tmpdir(), "mudavim-releases-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

let root: string;
let count = 0;
beforeEach(() => {
  root = join(folder, String(count++), "releases");
});

const read = (path: string) => readFileSync(join(root, path), "utf8");
const problems = async () => (await verifyReleases(root)).problems;

describe("an id", () => {
  it("says month, number and hash, and is read back", () => {
    const id = {month: "2026-10", sequence: 12, hash: "3f9a2c1b"};
    expect(formatReleaseId({...id, hash: "3f9a2c1b9e00"})).toBe("2026-10-12-3f9a2c1b");
    expect(maybeReleaseId("2026-10-12-3f9a2c1b")).toEqual(id);
  });

  it("is never a path", () => {
    for (const text of ["", "..", "2026-10-1-../../..", "2026-10-0-3f9a2c1b", "r/2026-10-1-3f9a2c1b"])
      expect(maybeReleaseId(text)).toBeUndefined();
  });
});

it("releases lie beside each other, share what is the same, and the newest is led to", async () => {
  const ids = [await addRelease(root, 1), await addRelease(root, 2)];
  expect(ids.map((id) => id.slice(0, 10))).toEqual(["2026-10-1-", "2026-10-2-"]);
  const index = await getIndex(root);
  expect(index.latest).toBe(ids[1]);
  expect(index.releases.map(({supersedes}) => supersedes)).toEqual([null, ids[0]]);
  expect(read("latest/releases.json")).toBe(read("releases.json"));
  expect(read("latest/index.html")).toContain(`url=../r/${ids[1]}/index.html"`);
  expect(read("index.html")).toContain(`url=r/${ids[1]}/index.html"`);
  expect(readdirSync(root).sort().join(" ")).toBe(
    ".htaccess .nojekyll 404.html _headers index.html latest nginx.conf r releases.json shared",
  );
  const [policy] = /script-src [^;]*/.exec(read("_headers"))!;
  for (const id of ids)
    for (const hash of read(`r/${id}/en/page.html`).match(/'sha256-[^']+'/g)!) expect(policy).toContain(hash);
  expect(readdirSync(join(root, "shared"))).toHaveLength(3);
  for (const id of ids)
    expect(readdirSync(join(root, "r", id)).sort()).toEqual(["_file", "en", "index.html", "release.json"]);
  const same = ids.map((id) => statSync(join(root, "r", id, "en/same.html")));
  expect(same[0]!.ino).toBe(same[1]!.ino);
  expect(await problems()).toEqual([]);
});

it("the same releases are the same bytes, wherever they are made", async () => {
  await addRelease(root, 1);
  await addRelease(root, 2);
  const other = join(folder, "elsewhere", "of other depth", "releases");
  await addRelease(other, 1);
  await addRelease(other, 2);
  expect(hashFolder(other)).toEqual(hashFolder(root));
});

it("verification names what is missing, changed and extra", async () => {
  const id = await addRelease(root, 1);
  const shared = Object.keys(hashFolder(root)).find((path) => path.includes("inter@5"))!;
  rmSync(join(root, shared));
  writeFileSync(join(root, "r", id, "en/page.html"), "2");
  writeFileSync(join(root, "r", id, "extra.txt"), "");
  writeFileSync(join(root, "latest/index.html"), "");
  writeFileSync(join(root, "CNAME"), "");
  expect(await problems()).toEqual([
    "extra CNAME",
    "changed latest/index.html",
    `changed r/${id}/en/page.html`,
    `extra r/${id}/extra.txt`,
    `missing ${shared}`,
  ]);
  writeFileSync(join(root, "r", id, "release.json"), "{}");
  expect(await problems()).toContain(`changed r/${id}/release.json`);
});

it("a damaged file of an earlier release is not linked to", async () => {
  const first = await addRelease(root, 1);
  writeFileSync(join(root, "r", first, "en/same.html"), "other");
  const second = await addRelease(root, 2);
  expect(read(`r/${second}/en/same.html`)).toContain("the same in every release");
  expect(await problems()).toEqual([`changed r/${first}/en/same.html`]);
});

it("rolling back changes pointers alone, and the next release leads on", async () => {
  const first = await addRelease(root, 1);
  await addRelease(root, 2);
  const before = hashFolder(join(root, "r"));
  await rollBack(root, first);
  expect((await getIndex(root)).latest).toBe(first);
  expect(read("latest/index.html")).toContain(first);
  expect(hashFolder(join(root, "r"))).toEqual(before);
  expect(await problems()).toEqual([]);
  const third = await addRelease(root, 3);
  expect(third).toMatch(/^2026-10-3-/);
  expect((await getIndex(root)).latest).toBe(third);
  await expect(rollBack(root, "2026-10-9-00000000")).rejects.toThrow(
    'unknown release "2026-10-9-00000000"; there are ',
  );
});

it("pruning keeps the newest, what is pinned, and what is led to; shared files go with the last that needs them", async () => {
  const ids = [await addRelease(root, 1), await addRelease(root, 2), await addRelease(root, 3)];
  await pin(root, ids[0]!, true);
  expect(await prune(root, 1)).toEqual([ids[1]]);
  expect((await getIndex(root)).releases.map(({id}) => id)).toEqual([ids[0], ids[2]]);
  expect(readdirSync(join(root, "r")).sort()).toEqual([ids[0], ids[2]]);
  expect(await problems()).toEqual([]);
  await pin(root, ids[0]!, false);
  await rollBack(root, ids[0]!);
  expect(await prune(root, 0)).toEqual([ids[2]]);
  expect(readdirSync(join(root, "shared"))).toHaveLength(3);
  expect(await problems()).toEqual([]);
});

it("which ones are pruned", () => {
  const releases = ["a", "b", "c", "d"].map((id) => ({id, isPinned: id === "a"}));
  const index = {latest: "d", releases} as unknown as ReleaseIndex;
  expect(listPrunable(index, 2)).toEqual(["b"]);
  expect(listPrunable(index, 0)).toEqual(["b", "c"]);
  expect(listPrunable(index, 9)).toEqual([]);
});

describe("publishing", () => {
  it("copies what is new, and leaves others' releases", async () => {
    const to = join(root, "../published");
    const first = await addRelease(root, 1);
    expect(await publishReleases(root, to)).toEqual([first]);
    expect(hashFolder(to)).toEqual(hashFolder(root));
    const foreign = await addRelease(to, 7);
    const second = await addRelease(root, 2);
    expect(await publishReleases(root, to)).toEqual([second]);
    expect((await getIndex(to)).releases.map(({id}) => id)).toEqual([first, foreign, second]);
    expect((await getIndex(to)).latest).toBe(second);
    expect((await verifyReleases(to)).problems).toEqual([]);
    await prune(root, 1);
    expect(await publishReleases(root, to)).toEqual([]);
    expect(existsSync(join(to, "r", first, "release.json"))).toBe(true);
  });

  it("refuses a damaged release, and leaves nothing of it", async () => {
    const to = join(root, "../published");
    const first = await addRelease(root, 1);
    await publishReleases(root, to);
    const before = hashFolder(to);
    const second = await addRelease(root, 2);
    writeFileSync(join(root, "r", second, "en/page.html"), "");
    await expect(publishReleases(root, to)).rejects.toThrow(`r/${second}/en/page.html`);
    expect(hashFolder(to)).toEqual(before);
    writeFileSync(join(root, "r", first, "release.json"), "{}");
    await expect(publishReleases(root, join(root, "../third"))).rejects.toThrow(`changed r/${first}/release.json`);
  });
});

describe("what a killed run left", () => {
  it("a release that was put in place and never listed goes, and one that was listed stays", async () => {
    const first = await addRelease(root, 1);
    const before = hashFolder(root);
    const second = "2026-10-2-00000000";
    await withReleases(root, async () => {});
    mkdirSync(join(root, "r", second));
    linkSync(join(root, "r", first, "release.json"), join(root, "r", second, "release.json"));
    await announce(root, second);
    mkdirSync(join(root, "shared/0123456789abcdef"));
    writeFileSync(join(root, "shared/0123456789abcdef/x.js"), "");
    await withReleases(root, async () => {});
    expect(hashFolder(root)).toEqual(before);
    await announce(root, first);
    await withReleases(root, async () => {});
    expect(hashFolder(root)).toEqual(before);
  });

  it("pointers that were not all written are completed", async () => {
    await addRelease(root, 1);
    const before = hashFolder(root);
    rmSync(join(root, "latest/index.html"));
    writeFileSync(join(root, "latest/releases.json"), "{}");
    await withReleases(root, async () => {});
    expect(hashFolder(root)).toEqual(before);
  });

  it("an index that cannot be read is an error, not an empty folder", async () => {
    await addRelease(root, 1);
    writeFileSync(join(root, "releases.json"), '{"releases": [{"id": "../../x"}]}');
    await expect(addRelease(root, 2)).rejects.toThrow("not an index of releases");
    expect(readdirSync(join(root, "r"))).toHaveLength(1);
  });
});
