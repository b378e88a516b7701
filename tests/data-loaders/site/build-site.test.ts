import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {prepareSite} from "../../../data-loaders/site/build-site.ts";
import {listFiles} from "../../../data-loaders/site/list-files.ts";
import {createProject, loaderOutputs, reportPaths, sha256} from "./fixture-project.ts";

const languages = ["tr", "en"];

async function* list(outputs: Record<string, string | Uint8Array>) {
  for (const [path, contents] of Object.entries(outputs)) yield {path, contents};
}

async function build(projectRoot: string, outputs = loaderOutputs()) {
  const site = prepareSite({projectRoot});
  try {
    return await site.build({
      out: join(projectRoot, "dist"),
      basePath: "crm",
      computeData: async () => ({asOf: "2026-10-31", languages, dynamicPaths: reportPaths, outputs: list(outputs)}),
    });
  } finally {
    await site.close();
  }
}

function omit<T extends object>(object: T, name: keyof T) {
  const {[name]: _, ...others} = object;
  return others as Record<string, string | Uint8Array>;
}

const hashes = async (project: string) =>
  (await listFiles(join(project, "dist"))).map(
    (path) => `${path} ${sha256(readFileSync(join(project, "dist", path)))}`,
  );

it("buildSite(options) builds a whole site; a failure leaves it alone", async () => {
  const project = createProject();
  const report = await build(project);
  expect(report).toMatchObject({pages: 7, warnings: []});
  const read = (path: string) => readFileSync(join(project, "dist", path), "utf8");
  expect(read("tr/report/2026-10.html")).toContain('<html lang="tr">');
  expect(read("tr/report/2026-10.html")).toContain('<a href="./2026-10.html">2026-10</a>');
  expect(read("tr/report/2026-10.html")).toContain(`"/en/report/2026-10`.replace('"/', '"../../'));
  expect(read("en/explore.html")).toContain("_integrity.");
  expect(read("index.html")).toContain('href="./tr/report/2026-10.html"');
  expect(read("404.html")).toContain('href="/crm/tr/report/2026-10.html"');
  expect(existsSync(join(project, "dist/.nojekyll"))).toBe(true);
  expect(readdirSync(join(project, ".build"))).toEqual([]);
  const built = await hashes(project);
  expect(built.filter((path) => /^_file\/data\/flows\.[\da-f]{8}\.arrow /.test(path))).toHaveLength(1);

  const incomplete = build(project, omit(loaderOutputs(), "data/flows.arrow"));
  await expect(incomplete).rejects.toThrow(
    "data/flows.arrow: missing in the loader cache: data/flows.arrow.sql was not run before the build",
  );
  expect(await hashes(project)).toEqual(built);
  expect(readdirSync(join(project, ".build"))).toEqual([]);
}, 240_000);
