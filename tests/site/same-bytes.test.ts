import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, inject, it} from "vitest";
import {type Bodies, liftBody} from "../../data-loaders/site/lift-body.ts";
import {listFiles} from "../../data-loaders/site/list-files.ts";
import {hashFiles, sha256} from "./hash-files.ts";
import {cloneProject, readText, runScript, tinyConfig} from "./project-copy.ts";
import {makeRelease, type TinySite, tinySite} from "./tiny-site.ts";

let tiny: TinySite;
let other: string;

beforeAll(async () => {
  tiny = await tinySite();
  other = cloneProject(tiny.project, join(inject("runFolder"), "another place/of the same"));
}, 240_000);

const withoutNetwork = ["unshare", "--map-root-user", "--net"];

/** What cuts the network for a command; nothing where this machine does not allow it. */
function cutNetwork(): string[] {
  const {status, stderr, error} = spawnSync(withoutNetwork[0]!, [...withoutNetwork.slice(1), "true"], {
    encoding: "utf8",
  });
  if (status === 0) return withoutNetwork;
  console.warn(`SKIPPED, a release without network: it cannot be cut here: ${error?.message ?? stderr.trim()}`);
  return [];
}

it("another clone, with cold caches, files touched at other times and no network, makes the same release", async () => {
  for (const [i, path] of (await listFiles(join(other, "src"))).entries()) {
    utimesSync(join(other, "src", path), 1e9 + i, 1e9 + i);
  }
  const {code, stdout, stderr} = await makeRelease(other, {wrapper: cutNetwork()});
  expect({code, stderr: code ? stderr : "", stdout: stdout.toString()}).toEqual({code: 0, stderr: "", stdout: ""});
  const [expected, found] = await Promise.all(
    [tiny.project, other].map((folder) => hashFiles(join(folder, "releases"))),
  );
  // All of it: pages, tables, release.json, shared files, and what leads to a release and tells hosts.
  const names = ["releases.json", "latest/index.html", "_headers", ".htaccess", `${tiny.path}release.json`];
  for (const name of names) expect(Object.keys(expected!)).toContain(name);
  expect(Object.keys(expected!).filter((name) => name.startsWith("shared/")).length).toBeGreaterThan(10);
  expect(found).toEqual(expected);
  const {commit, isDirty} = JSON.parse(readText(tiny.site, "release.json"));
  expect([commit, isDirty]).toEqual([expect.stringMatching(/^[\da-f]{40}$/), false]);
}, 240_000);

/** In the finished site links to pages name their files. */
const withoutEndings = (html: string) => html.replace(/(href="[^":]*?)(?:(?<=\/)index)?\.html(?=["#])/g, "$1");

it("a loader that Framework runs by itself gives what the build made in one process", async () => {
  // No page uses its output.
  writeFileSync(
    join(other, "src/data/hello.txt.ts"),
    'process.stdout.write("Hello, ");\nawait new Promise((done) => setTimeout(done, 10));\nprocess.stdout.write(process.argv.slice(2).join());\n',
  );
  const env = {MUDAVIM_CONFIG: join(other, tinyConfig)};
  const load = async (...args: string[]) => {
    const {code, stdout, stderr} = await runScript(other, "data-loaders/cli/run-loader.ts", args, {env});
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    return stdout;
  };
  const some: {loader: string; file: string; bytes: number}[] = [];
  // Each takes a process: some of both kinds stand for all, which the engine publishes in one way.
  const loaders = tiny.manifest.tables.map((table) => {
    const loader = `src/data/${table.name}.arrow`;
    return {...table, loader: `${loader}.${existsSync(join(other, `${loader}.sql`)) ? "sql" : "ts"}`};
  });
  for (const kind of ["sql", "ts"]) {
    const ofKind = loaders.filter(({loader}) => loader.endsWith(kind));
    expect(ofKind.length).toBeGreaterThan(3);
    some.push(ofKind[Math.floor(ofKind.length / 2)]!);
  }
  for (const {loader, file, bytes} of some) {
    const output = await load(loader);
    expect(output.length, file).toBe(bytes);
    expect(sha256(output), file).toBe(sha256(readFileSync(join(tiny.data, file))));
  }
  expect((await load("src/data/manifest.json.ts")).toString()).toBe(readText(tiny.data, "manifest.json"));
  expect((await load("src/data/hello.txt.ts", "--month=2026-04")).toString()).toBe("Hello, --month=2026-04");
  for (const [lang, page, loader, ...args] of [
    ["tr", "report/2026-04", "report/[month].md.ts", "--month=2026-04"],
    ["en", "segments", "segments.md.ts"],
  ] as const) {
    const bodies: Bodies = new Map();
    const contents = await load(`src/[lang]/${loader}`, `--lang=${lang}`, ...args);
    liftBody({path: `${lang}/${page}.md`, contents: contents.toString()}, bodies);
    const built = readText(tiny.site, `${lang}/${page}.html`);
    expect(withoutEndings(built)).toContain(withoutEndings(bodies.get(`/${lang}/${page}`)![0]!));
  }
}, 240_000);
