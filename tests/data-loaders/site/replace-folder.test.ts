import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {replaceFolder, restoreFolder} from "../../../data-loaders/site/replace-folder.ts";
import {temporaryFolder, write} from "./fixture-project.ts";

it("replaceFolder(folder, target) puts the new one in the place of the old one", async () => {
  const root = temporaryFolder();
  write(root, {"new/a": "2", "site/a": "1", "site/b": "1"});
  await replaceFolder(join(root, "new"), join(root, "site"));
  expect(readdirSync(root)).toEqual(["site"]);
  expect(readdirSync(join(root, "site"))).toEqual(["a"]);
  expect(readFileSync(join(root, "site/a"), "utf8")).toBe("2");
});

it("replaceFolder(folder, target) needs no old one", async () => {
  const root = temporaryFolder();
  write(root, {"new/a": "2"});
  await replaceFolder(join(root, "new"), join(root, "site"));
  expect(readdirSync(root)).toEqual(["site"]);
});

it("replaceFolder(folder, target) leaves the old one if there is no new one", async () => {
  const root = temporaryFolder();
  write(root, {"site/a": "1"});
  await expect(replaceFolder(join(root, "new"), join(root, "site"))).rejects.toThrow("ENOENT");
  expect(readFileSync(join(root, "site/a"), "utf8")).toBe("1");
});

it("restoreFolder(target) brings back what a killed process had moved aside, unless there is a new one", async () => {
  const root = temporaryFolder();
  write(root, {".site.old/a": "1"});
  await restoreFolder(join(root, "site"));
  expect(readFileSync(join(root, "site/a"), "utf8")).toBe("1");
  write(root, {".site.old/a": "0"});
  await restoreFolder(join(root, "site"));
  expect(readFileSync(join(root, "site/a"), "utf8")).toBe("1");
  expect(existsSync(join(root, "site/.site.old"))).toBe(false);
});
