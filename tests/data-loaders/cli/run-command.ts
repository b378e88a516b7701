import {type ChildProcess, fork, spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {CommandAnswer} from "./command-child.ts";

const repository = join(import.meta.dirname, "../../..");

export interface Ended {
  code: number | null;
  /** Both streams. */
  output: string;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs the real command, at most two at a time. */
export async function runCommand(...args: string[]): Promise<Ended> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await startCommand(...args).ended;
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export function startCommand(...args: string[]): {child: ChildProcess; ended: Promise<Ended>} {
  const child = spawn(process.execPath, ["data-loaders/cli/mudavim.mjs", ...args], {cwd: repository});
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return {
    child,
    ended: new Promise((resolve, reject) => child.on("error", reject).on("close", (code) => resolve({code, output}))),
  };
}

/** A process that runs one command after another, each in a fraction of the time that starting one takes. */
export interface CommandRunner {
  run(...args: string[]): Promise<Ended>;
  end(): void;
}

export function startCommandRunner(): CommandRunner {
  const register = join(repository, "data-loaders/cli/register.mjs");
  const child = fork(join(import.meta.dirname, "command-child.ts"), {
    cwd: repository,
    execArgv: ["--no-warnings", "--import", register],
  });
  let last: Promise<unknown> = Promise.resolve();
  const runNow = (args: string[]) =>
    new Promise<CommandAnswer>((resolve, reject) => {
      const stop = (code: number | null) => reject(new Error(`the runner of commands ended with ${code}`));
      child.once("exit", stop).once("message", (answer: CommandAnswer) => {
        child.off("exit", stop);
        resolve(answer);
      });
      child.send(args);
    });
  return {
    run(...args) {
      const ended = last.then(() => runNow(args));
      last = ended.catch(() => {});
      return ended;
    },
    end: () => void child.kill(),
  };
}

/** A shop of a few orders in a folder of its own, with what a good run made of it where one is given. */
export interface Shop {
  folder: string;
  out: string;
  private: string;
  /** Has `data` run on it, in a process of its own. */
  run(): Promise<Ended>;
  args: string[];
}

export function makeShop(folder: string, files: Record<string, string | Uint8Array>, good?: Shop): Shop {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), contents);
  }
  const [out, privateFolder] = [join(folder, "out"), join(folder, "private")];
  if (good) {
    cpSync(good.out, out, {recursive: true});
    cpSync(good.private, privateFolder, {recursive: true, preserveTimestamps: true});
  }
  const args = ["data", "--config", join(folder, "shop.config.ts"), "--out", out, "--private", privateFolder];
  return {folder, out, private: privateFolder, args, run: () => runCommand(...args)};
}

/** The text of a configuration. */
export function configText(options: Record<string, unknown>): string {
  const define = JSON.stringify(join(repository, "data-loaders/config/define-config.ts"));
  return `import {defineConfig} from ${define};\nexport default defineConfig(${JSON.stringify({name: "Shop", ...options})} as any);\n`;
}

/** Path below a folder → hash of the content. */
export function hashFolder(folder: string): Record<string, string> {
  const files = listFiles(folder).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}

/** What runs leave only if they did not clear up after themselves. */
export function listLeftovers(folder: string): string[] {
  return listFiles(folder).filter((path) => /\.parts?(\.|\/|$)|\.(new|old|marked|text)$|\.lock$|\/lock/.test(path));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"}).sort();
}
