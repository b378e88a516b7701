import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {generatedFile} from "../../../data-loaders/warehouse/generated-files.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

/** A generator that writes a file each time it is told to. */
function makeGenerator(key: string) {
  const steps: (() => void)[] = [];
  const write = async (folder: string, onFile: (name: string) => void) => {
    for (const name of ["a.csv", "b.csv"]) {
      await new Promise<void>((resolve) => steps.push(resolve));
      writeFileSync(join(folder, name), name);
      onFile(name);
    }
  };
  return {key, write, next: () => steps.shift()!()};
}

it("generatedFile(generator, folder, name) is there as soon as that file is, while others are still written", () =>
  inTemporaryFolder(async (folder) => {
    const {next, ...generator} = makeGenerator("one");
    const first = generatedFile(generator, folder, "a.csv");
    const second = generatedFile(generator, folder, "b.csv");
    next();
    expect(readFileSync(await first, "utf8")).toBe("a.csv");
    expect(existsSync(join(folder, "one/b.csv"))).toBe(false);
    next();
    expect(readFileSync(await second, "utf8")).toBe("b.csv");
    await expect.poll(() => readdirSync(join(folder, "one")).sort()).toEqual([".complete", "a.csv", "b.csv"]);
  }));

it("generatedFile(generator, folder, name) takes away what a killed run left half written", () =>
  inTemporaryFolder(async (folder) => {
    const {next, ...generator} = makeGenerator("two");
    mkdirSync(join(folder, "two"));
    writeFileSync(join(folder, "two/a.csv.1.part"), "half");
    const file = generatedFile(generator, folder, "a.csv");
    next();
    expect(await file).toBe(join(folder, "two/a.csv"));
    expect(readdirSync(join(folder, "two"))).toEqual(["a.csv"]);
  }));

it("generatedFile(generator, folder, name) fails as the generator does", () =>
  inTemporaryFolder(async (folder) => {
    const broken = {key: "three", write: () => Promise.reject(new Error("no room"))};
    await expect(generatedFile(broken, folder, "a.csv")).rejects.toThrow("no room");
  }));
