import {spawnSync} from "node:child_process";
import {appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {beforeAll, describe, expect, inject, it} from "vitest";
import {hashFolder} from "./run-command.ts";

/** A small project whose command tells what it is made of. */
const files: Record<string, string> = {
  "data-loaders/cli/bundled-program.ts": `
import {readdirSync} from "node:fs";
import {join} from "node:path";
export async function openProgram(config: string, modules: Record<string, () => Promise<any>>, commands: object) {
  const folder = join(import.meta.dirname, "../models");
  const paths = [config, ...readdirSync(folder).sort().map((name) => join(folder, name))];
  const pages = Object.keys(modules).filter((path) => path.endsWith(".md.ts"));
  const load = (path: string) => modules[path]!().then((module) => module.default);
  const run = async () => [...Object.keys(commands), ...(await Promise.all([...paths, ...pages].map(load)))];
  return {isSound: true, run};
}`,
  "data-loaders/models/one.ts": 'import {ONE} from "../one.ts";\nexport default ONE;',
  "data-loaders/cli/data.ts": "export default () => {};",
  "data-loaders/cli/build.ts": "export default () => {};",
  "data-loaders/cli/release.ts": "export default () => {};",
  "src/[lang]/page.md.ts": 'export default "page";',
  "data-loaders/one.ts": "export const ONE = 1;",
  "src/data/two.arrow.ts": "export default 2;",
  "shop.config.ts": 'export default "shop";',
};

describe("findBundle(command, config)", () => {
  let project: string;
  let config: string;
  let findBundle: (command: string, config: string) => Promise<string | undefined>;
  let findChildBundle: (file: string) => Promise<string | undefined>;

  beforeAll(async () => {
    project = join(inject("runFolder"), "bundled");
    config = join(project, "shop.config.ts");
    for (const [path, text] of Object.entries(files)) write(path, text);
    for (const name of ["bundle.mjs", "install.mjs"])
      cpSync(join(import.meta.dirname, "../../../data-loaders/cli", name), join(project, "data-loaders/cli", name));
    mkdirSync(join(project, "node_modules"), {recursive: true});
    ({findBundle, findChildBundle} = await import(pathToFileURL(join(project, "data-loaders/cli/bundle.mjs")).href));
  });

  /** Writes a file as if that had been a while ago. */
  function write(path: string, text: string): void {
    const file = join(project, path);
    mkdirSync(join(file, ".."), {recursive: true});
    writeFileSync(file, text);
    const time = new Date(Date.now() - 10_000 - Math.random() * 1000);
    utimesSync(file, time, time);
  }

  async function run(command = "data"): Promise<unknown> {
    const program = await findBundle(command, config);
    return (await import(pathToFileURL(program!).href)).run([]);
  }

  it("is a program that runs the command, with the configuration and every table in it", async () => {
    expect(await run()).toEqual(["data", "shop", 1]);
  });

  it("has the pages where the command builds a site, and is none for other commands", async () => {
    expect(await run("release")).toEqual(["build", "release", "shop", 1, "page"]);
    expect(await findBundle("build", config)).toBe(await findBundle("release", config));
    expect(await findBundle("dev", config)).toBeUndefined();
  });

  it("is the same one while nothing changes", async () => {
    const before = hashFolder(join(project, "node_modules"));
    expect(await findBundle("data", config)).toBe(await findBundle("data", config));
    expect(hashFolder(join(project, "node_modules"))).toEqual(before);
  });

  it("is another one after an edit of the configuration, of a module that a table imports, and with another table", async () => {
    write("shop.config.ts", 'export default "another";');
    expect(await run()).toEqual(["data", "another", 1]);
    write("data-loaders/one.ts", "export const ONE = 10 / 10 + 10;");
    expect(await run()).toEqual(["data", "another", 11]);
    write("data-loaders/models/two.ts", "export default 2;");
    expect(await run()).toEqual(["data", "another", 11, 2]);
    rmSync(join(project, "data-loaders/models/two.ts"));
    expect(await run()).toEqual(["data", "another", 11]);
  });

  it("is none for a configuration that cannot be read, or that is not the project's", async () => {
    write("broken.config.ts", "export default {");
    expect(await findBundle("data", join(project, "broken.config.ts"))).toBeUndefined();
    expect(await findBundle("data", join(project, "absent.config.ts"))).toBeUndefined();
    expect(await findBundle("data", join(project, "../elsewhere.config.ts"))).toBeUndefined();
  });

  it("runs a module in a process of its own, with the configuration of pages", async () => {
    write("observablehq.config.ts", 'export default "pages";');
    write(
      "data-loaders/load-module.ts",
      "export const carried: any = {}; export const carryModules = (m: object) => Object.assign(carried, m);",
    );
    write(
      "data-loaders/child.ts",
      `import {carried} from "./load-module.ts";
import {ONE} from "./one.ts";
const [load] = Object.values<() => Promise<{default: string}>>(carried);
process.stdout.write([ONE, (await load!()).default, ...process.argv.slice(2)].join());`,
    );
    const child = join(project, "data-loaders/child.ts");
    const tell = async () => String(spawnSync(process.execPath, [(await findChildBundle(child))!, "a", "b"]).stdout);
    write("data-loaders/one.ts", "export const ONE = 1;");
    expect(await tell()).toBe("1,pages,a,b");
    const first = await findChildBundle(child);
    expect(await findChildBundle(child)).toBe(first);
    write("data-loaders/one.ts", "export const ONE = 3 - 1;");
    expect(await tell()).toBe("2,pages,a,b");
  });

  it("keeps an older program that a command may be running", async () => {
    const older = (await findBundle("data", config))!;
    appendFileSync(join(project, "data-loaders/one.ts"), "\n");
    const {mtime} = statSync(join(project, "data-loaders/one.ts"));
    utimesSync(join(project, "data-loaders/one.ts"), mtime, new Date(mtime.getTime() - 5000));
    const newer = (await findBundle("data", config))!;
    expect(newer).not.toBe(older);
    expect(readFileSync(older, "utf8")).not.toBe("");
  });
});
