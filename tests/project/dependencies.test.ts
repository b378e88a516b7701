import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {listTrackedFiles} from "./list-tracked-files.ts";

const repository = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(repository, path), "utf8");
const readJson = (path: string) => JSON.parse(read(path));
const {dependencies, devDependencies, overrides} = readJson("package.json") as Record<string, Record<string, string>>;
const wanted = {...dependencies, ...devDependencies};

it("every dependency has its line in CONTRIBUTING.md, and every line its dependency", () => {
  const [, section = ""] = read("CONTRIBUTING.md").split(/^## Dependencies$/m);
  const lines = [...section.split(/^## /m)[0]!.matchAll(/^- `([^`]+)`: .{10,}$/gm)].map(([, name]) => name);
  expect(lines.sort()).toEqual(Object.keys(wanted).sort());
});

it("every version is exact", () => {
  const loose = Object.entries({...wanted, ...overrides}).filter(
    ([, version]) => !/^(npm:(@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

it("the lockfile is that of package.json, names no host, and knows the hash of every package", () => {
  const {packages} = readJson("package-lock.json") as {packages: Record<string, Record<string, unknown>>};
  const {"": root, ...locked} = packages;
  expect({...(root!.dependencies as object), ...(root!.devDependencies as object)}).toEqual(wanted);
  const doubtful = Object.entries(locked)
    .filter(([, {resolved, integrity, inBundle}]) => resolved !== undefined || (!integrity && !inBundle))
    .map(([path]) => path);
  expect(doubtful).toEqual([]);
});

it("what knip cannot see is named in our code", () => {
  const {ignoreDependencies} = readJson("knip.json") as {ignoreDependencies: string[]};
  const code = listTrackedFiles()
    .filter((file) => /^(data-loaders|src|tests)\/.*\.(ts|mjs)$/.test(file) || file === "tsconfig.json")
    .map(read)
    .join("\n");
  const isNamed = (name: string) =>
    code.includes(`"${name}"`) || code.includes(`"npm:${name}"`) || code.includes(`/${name}/`);
  // Specifiers like `npm:d3` look like a package named npm.
  expect(ignoreDependencies.filter((name) => name !== "npm" && !isNamed(name))).toEqual([]);
});
