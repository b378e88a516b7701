import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it, onTestFinished} from "vitest";
// @ts-expect-error plain JavaScript, as it runs before TypeScript is installed
import {isInstalled} from "../../data-loaders/cli/install.mjs";

const d3 = {version: "7.9.0", integrity: "sha512-a"};
const htl = {version: "1.0.0", integrity: "sha512-b"};
const binding = {version: "1.5.6", integrity: "sha512-c", optional: true};

/** A repository with this lockfile, and the lockfile that npm leaves in node_modules. */
function project(locked: object, installed?: object): string {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-install-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({packages: {"": {name: "x"}, ...locked}}));
  if (installed) {
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "node_modules/.package-lock.json"), JSON.stringify({packages: installed}));
  }
  return folder;
}

it.each([
  ["there is no node_modules", undefined, false],
  ["all is there", {"node_modules/d3": d3, "node_modules/htl": htl, "node_modules/binding": binding}, true],
  ["only another platform's package is absent", {"node_modules/d3": d3, "node_modules/htl": htl}, true],
  ["a package is absent", {"node_modules/d3": d3}, false],
  ["a package has another version", {"node_modules/d3": {...d3, version: "7.8.5"}, "node_modules/htl": htl}, false],
  [
    "a package has another content",
    {"node_modules/d3": {...d3, integrity: "sha512-d"}, "node_modules/htl": htl},
    false,
  ],
])("isInstalled(folder) where %s: %#", (_, installed, expected) => {
  const locked = {"node_modules/d3": d3, "node_modules/htl": htl, "node_modules/binding": binding};
  expect(isInstalled(project(locked, installed))).toBe(expected);
});

it("isInstalled(folder) takes a broken file for none", () => {
  const folder = project({"node_modules/d3": d3}, {"node_modules/d3": d3});
  writeFileSync(join(folder, "node_modules/.package-lock.json"), '{"packages": {');
  expect(isInstalled(folder)).toBe(false);
});
