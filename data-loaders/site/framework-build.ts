import {fork} from "node:child_process";
import {join} from "node:path";
import {UserError} from "../user-error.ts";
import type {BuildAnswer, BuildJob} from "./framework-build-child.ts";

/** A process that has Framework loaded, or is loading it, and waits for its one job. */
export interface FrameworkBuild {
  run(job: BuildJob): Promise<BuildAnswer>;
  stop(): void;
}

/** Starts the process in the folder that holds the build's own copy of `src/`. */
export function startFrameworkBuild(workFolder: string, log: (line: string) => void): FrameworkBuild {
  const child = fork(join(import.meta.dirname, "framework-build-child.ts"), [], {
    cwd: workFolder,
    execArgv: [
      "--max-semi-space-size=32",
      "--no-warnings",
      "--import",
      join(import.meta.dirname, "../cli/register.mjs"),
    ],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let stderr = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    for (const line of text.split("\n")) if (line) log(line);
  });
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      const last = stderr.trim().split("\n").at(-1);
      reject(new Error(`the page builder ended with ${signal ?? code}${last ? `: ${last}` : ""}`));
    });
  });
  ended.catch(() => {}); // it may end while nobody waits for it
  return {
    async run(job) {
      const answered = new Promise<BuildAnswer>((resolve) => child.once("message", (m) => resolve(m as BuildAnswer)));
      child.send(job, () => {}); // if it has ended, `ended` says why
      const answer = await Promise.race([answered, ended]);
      if (answer.error) throw new UserError(answer.error);
      return answer;
    },
    stop: () => void child.kill(),
  };
}
