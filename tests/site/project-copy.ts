import {execFileSync, spawn} from "node:child_process";
import {cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {linkLibraries} from "../../data-loaders/site/work-folder.ts";

const repository = join(import.meta.dirname, "../..");

export const tinyConfig = "tests/site/tiny-shop.config.ts";

const parts = [
  "data-loaders",
  "src",
  "observablehq.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  tinyConfig,
  "tests/site/plain-shop.config.ts",
];

/** Copies what a build reads, without caches and results; packages are those of this repository. */
export function copyProject(folder: string, from = repository): string {
  mkdirSync(folder, {recursive: true});
  for (const part of parts) {
    const filter = (path: string) => ![".observablehq", ".private", "node_modules"].includes(basename(path));
    cpSync(join(from, part), join(folder, part), {recursive: true, filter});
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Makes a copy a repository with one commit. */
export function commitProject(folder: string): void {
  runGit(folder, "init", "--quiet");
  writeFileSync(join(folder, ".git/info/exclude"), "node_modules\n");
  runGit(folder, "add", "--all");
  const person = ["-c", "user.name=A", "-c", "user.email=a@shop.example", "-c", "commit.gpgsign=false"];
  runGit(folder, ...person, "commit", "--quiet", "--message", "The project");
}

export function cloneProject(from: string, folder: string): string {
  runGit(from, "clone", "--quiet", "--no-hardlinks", from, folder);
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
}

function runGit(folder: string, ...args: string[]): void {
  execFileSync("git", args, {cwd: folder, env: cleanEnv(), stdio: "pipe"});
}

/** Lets a copy use the bundled libraries of another one, which takes seconds off its first build. */
export async function shareLibraries(from: string, to: string): Promise<void> {
  await linkLibraries(join(from, "src/.observablehq/cache"), join(to, "src/.observablehq/cache"));
}

export interface CommandResult {
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

/** Runs TypeScript of a copy as the commands do: `main.ts build`, `run-loader.ts src/data/x.arrow.sql`. */
export async function runScript(
  project: string,
  script: string,
  args: string[],
  {env = {}, wrapper = []}: {env?: NodeJS.ProcessEnv; wrapper?: string[]} = {},
): Promise<CommandResult> {
  const command = [...wrapper, process.execPath, ...nodeArguments(project), script, ...args];
  const child = spawn(command[0]!, command.slice(1), {cwd: project, env: {...cleanEnv(), ...env}});
  const stdout: Buffer[] = [];
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  return {code, stdout: Buffer.concat(stdout), stderr};
}

export const runCommand = (project: string, args: string[], options = {}) =>
  runScript(project, "data-loaders/cli/main.ts", args, options);

export function expectSuccess({code, stderr}: Pick<CommandResult, "code" | "stderr">): void {
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
}

export const nodeArguments = (project: string) => [
  "--no-warnings",
  "--import",
  join(project, "data-loaders/cli/register.mjs"),
];

export const readText = (...path: string[]) => readFileSync(join(...path), "utf8");

/** The environment without what vitest puts there. */
export function cleanEnv(): NodeJS.ProcessEnv {
  const {NODE_OPTIONS, NODE_ENV, VITEST, ...env} = process.env;
  return env;
}
