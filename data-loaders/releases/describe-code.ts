import {execFile} from "node:child_process";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {promisify} from "node:util";
import {sha256} from "./hash-files.ts";

const run = promisify(execFile);

/** What of a project decides a site, besides data and configuration. */
const program = ["data-loaders", "src", "observablehq.config.ts", "package.json", "package-lock.json"];

/** One hash of the program's files: paths and contents, whatever git knows of them. */
export async function hashProgram(projectRoot: string): Promise<string> {
  const lines: string[] = [];
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(projectRoot, path), {withFileTypes: true}).catch(() => undefined);
    if (!entries) lines.push(`${sha256(await readFile(join(projectRoot, path)))}  ${path}\n`);
    else await Promise.all(entries.filter(({name}) => !name.startsWith(".")).map(({name}) => visit(`${path}/${name}`)));
  };
  await Promise.all(program.map(visit));
  return sha256(lines.sort().join(""));
}

/** The commit that a project is at, and whether files that git knows differ from it; nulls outside of a repository. */
export async function readCommit(projectRoot: string): Promise<{commit: string | null; isDirty: boolean | null}> {
  const git = async (...args: string[]) => (await run("git", ["-C", projectRoot, ...args])).stdout.trim();
  try {
    const [top, commit, changes] = await Promise.all([
      git("rev-parse", "--show-cdup"),
      git("rev-parse", "HEAD"),
      git("status", "--porcelain", "--untracked-files=no", "--", ...program),
    ]);
    // A project that merely lies in somebody's repository is not at that repository's commit.
    return top === "" ? {commit, isDirty: changes !== ""} : {commit: null, isDirty: null};
  } catch {
    return {commit: null, isDirty: null};
  }
}

/** Versions of the packages that the program runs on, by the lockfile. */
export async function listLibraries(projectRoot: string): Promise<Record<string, string>> {
  const read = async (file: string) => JSON.parse(await readFile(join(projectRoot, file), "utf8"));
  const {dependencies = {}} = (await read("package.json")) as {dependencies?: Record<string, string>};
  const {packages = {}} = (await read("package-lock.json")) as {packages?: Record<string, {version?: string}>};
  const names = Object.keys(dependencies).sort();
  return Object.fromEntries(names.map((name) => [name, packages[`node_modules/${name}`]?.version ?? "unknown"]));
}
