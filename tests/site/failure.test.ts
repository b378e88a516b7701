import {cpSync, existsSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, inject, it} from "vitest";
import {hashFiles} from "./hash-files.ts";
import {build, type PlainSite, plainSite} from "./plain-site.ts";
import {copyProject, readText, shareLibraries} from "./project-copy.ts";

let plain: PlainSite;
let project: string;
let old: Record<string, string>;

beforeAll(async () => {
  plain = await plainSite();
  project = copyProject(join(inject("runFolder"), "failure"), plain.project);
  mkdirSync(join(project, ".build"));
  await shareLibraries(plain.project, project);
  for (const folder of [".private", "dist/site"]) {
    cpSync(join(plain.project, folder), join(project, folder), {recursive: true});
  }
  old = await hashFiles(join(project, "dist/site"));
}, 240_000);

/** Builds with a file changed, and puts the file back. */
async function buildWith(path: string, change: (source: string) => string) {
  const file = join(project, path);
  const source = readText(file);
  const changed = change(source);
  expect(changed).not.toBe(source);
  writeFileSync(file, changed);
  try {
    return await build(project);
  } finally {
    writeFileSync(file, source);
  }
}

it.each<[string, string, (source: string) => string, string]>([
  [
    "a model that is not SQL",
    "data-loaders/models/slide_bases.sql",
    (sql) => sql.replace("SELECT", "SELEKT"),
    "data-loaders/models/slide_bases.sql: ",
  ],
  [
    "a model that reads no table",
    "data-loaders/models/slide_bases.sql",
    (sql) => sql.replace(/FROM \w+/, "FROM nowhere"),
    "nowhere",
  ],
  [
    "a check that fails",
    "src/data/slide-trend.arrow.sql",
    (sql) => sql.replace("-- checks:", "-- checks:\n--   no month is known: month IS NULL"),
    "no month is known",
  ],
  [
    "a page loader that throws",
    "src/[lang]/segments.md.ts",
    (source) =>
      source.replace("const data = {", 'if (params.lang) throw new TypeError("no segments today");\n  const data = {'),
    "src/[lang]/segments.md.ts: no segments today",
  ],
  [
    "a page that asks for a file that nobody makes",
    "src/[lang]/explore.md.ts",
    (source) =>
      source.replace(
        "return renderExplore",
        'return "```js\\nFileAttachment(\\"x.csv\\").csv()\\n```\\n" + renderExplore',
      ),
    "x.csv",
  ],
])(
  "%s ends the build with one message, and leaves the old site",
  async (_, path, change, message) => {
    const {code, stderr} = await buildWith(path, change);
    expect(code).toBe(1);
    const lines = stderr
      .trim()
      .split("\n")
      .filter((line) => !/^ {2}.* \d+\.\d\d s /.test(line));
    expect(lines.join("\n")).toContain(message);
    expect(lines.join("\n")).not.toMatch(/^ +at /m);
    expect(await hashFiles(join(project, "dist/site"))).toEqual(old);
    expect(readdirSync(join(project, ".build"))).toEqual([]);
  },
  240_000,
);

it("of two builds at once one builds the site, and the other says who is at it", () => {
  const [winner, loser] = plain.runs;
  expect(winner.code).toBe(0);
  expect(loser.code).toBe(1);
  expect(loser.stderr).toMatch(/^another run holds .*: pid \d+ since /);
  expect(existsSync(join(plain.site, "en/report/2026-04.html"))).toBe(true);
});

it("a site that cannot be put in its place leaves nothing behind", async () => {
  const {code, stderr} = await build(project, ["--out", join(project, "package.json/site")]);
  expect(code).toBe(1);
  expect(stderr).toContain("package.json");
  expect(existsSync(join(project, "dist/site/index.html"))).toBe(true);
  expect(readdirSync(join(project, ".build"))).toEqual([]);
}, 240_000);
