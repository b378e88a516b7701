import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
// @ts-expect-error plain JavaScript, as it mends what npm needs
import {findMissing} from "./complete-lockfile.mjs";
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

type Locked = Record<
  string,
  {
    resolved?: string;
    integrity?: string;
    inBundle?: boolean;
    optional?: boolean;
    os?: string[];
    cpu?: string[];
  } & Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string> | undefined>
>;

const {"": root, ...locked} = (readJson("package-lock.json") as {packages: Locked}).packages;

it("the lockfile is that of package.json, and names no host", () => {
  expect({...root!.dependencies, ...root!.devDependencies}).toEqual(wanted);
  expect(Object.entries(locked).filter(([, {resolved}]) => resolved !== undefined)).toEqual([]);
});

it("the lockfile has the hash of every package that Linux on x64 installs", () => {
  const isForOthers = ({optional, os, cpu}: Locked[string]) =>
    optional && !((os ?? ["linux"]).includes("linux") && (cpu ?? ["x64"]).includes("x64"));
  const isMusl = (path: string) => /linux-x64-musl$/.test(path);
  const doubtful = Object.entries(locked).filter(
    ([path, entry]) => !entry.integrity && !entry.inBundle && !isForOthers(entry) && !isMusl(path),
  );
  expect(doubtful).toEqual([]);
});

it("the lockfile knows the packages of every platform, or npm ci would refuse it", () => {
  expect(Object.keys(findMissing(locked)), "run node tests/project/complete-lockfile.mjs").toEqual([]);
});

it("findMissing(packages) gives a platform's package as npm writes it", () => {
  const optionalDependencies = {
    "@swc/linux-x64-musl": "1.0.0",
    "@swc/binding-wasm32-wasi": "1.0.0",
    "@swc/there": "1.0.0",
  };
  expect(findMissing({"node_modules/swc": {dev: true, optionalDependencies}, "node_modules/@swc/there": {}})).toEqual({
    "node_modules/@swc/linux-x64-musl": {
      version: "1.0.0",
      cpu: ["x64"],
      dev: true,
      libc: ["musl"],
      optional: true,
      os: ["linux"],
    },
    "node_modules/@swc/binding-wasm32-wasi": {version: "1.0.0", cpu: ["wasm32"], dev: true, optional: true},
  });
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
