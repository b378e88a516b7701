import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {projectRoot} from "../../project.ts";
import type {Timings} from "../write-timings.ts";

/** What a command took, seen from outside (seconds) and from inside (memory, rows, stages). */
export interface Figures extends Timings {
  seconds: number;
}

/** Runs a command of this program in a process of its own, as a user would, and measures it. */
export async function runCommand(args: readonly string[], environment: Record<string, string> = {}): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-bench-"));
  const file = join(folder, "timings.json");
  const started = performance.now();
  try {
    await new Promise<void>((done, failed) => {
      const child = spawn(
        process.execPath,
        ["--no-warnings", join(projectRoot, "data-loaders/cli/mudavim.mjs"), ...args, "--timings", file],
        {stdio: ["ignore", "ignore", "pipe"], env: {...process.env, ...environment}},
      );
      let errors = "";
      child.stderr.on("data", (chunk) => {
        errors += chunk;
      });
      child.once("exit", (code) =>
        code === 0 ? done() : failed(new Error(`${args.join(" ")} ended with ${code}\n${errors}`)),
      );
    });
    const seconds = round((performance.now() - started) / 1000);
    return {seconds, ...(JSON.parse(readFileSync(file, "utf8")) as Timings)};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
