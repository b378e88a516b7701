import {fork} from "node:child_process";
import {join} from "node:path";
import {childProgram} from "../project.ts";
import {UserError} from "../user-error.ts";
import type {BuildAnswer, BuildJob, BuildMessage} from "./framework-build-child.ts";

export interface FrameworkBuildOptions {
  /** The folder that holds the build's own copy of `src/`. */
  workFolder: string;
  projectRoot: string;
  /** The cache of libraries, which the process brings up to date first. */
  libraryCache: string;
  log(line: string): void;
}

/** A process that has Framework loaded, or is loading it, and waits for its one job. */
export interface FrameworkBuild {
  /** Settles when the libraries are up to date. */
  ready: Promise<void>;
  /** Gives it the job, once; it waits for outputs of loaders that are not yet announced. */
  start(job: BuildJob): void;
  /** Says that an output lies in the loader cache. */
  announce(path: string): void;
  /** Says that no output will follow, and waits until the site is built. */
  complete(): Promise<BuildAnswer>;
  /** Ends it, unheard; settles once it touches no file any more. */
  stop(): Promise<void>;
}

export function startFrameworkBuild(options: FrameworkBuildOptions): FrameworkBuild {
  const {workFolder, projectRoot, libraryCache, log} = options;
  const module = join(import.meta.dirname, "framework-build-child.ts");
  const child = fork(childProgram, [module, projectRoot, libraryCache], {
    cwd: workFolder,
    execArgv: ["--no-warnings", "--max-semi-space-size=64"],
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
  const ready = Promise.race([receive<{error?: string}>(), ended]).then((answer) => void refuseError(answer));
  const answered = ready.then(() => Promise.race([receive<BuildAnswer>(), ended]));
  for (const promise of [ended, ready, answered]) promise.catch(() => {}); // it may end while nobody waits for it
  let isStarted = false;
  const send = (message: BuildMessage) => void child.send(message, () => {}); // if it has ended, `ended` says why
  return {
    ready,
    start(job) {
      if (!isStarted) send({job});
      isStarted = true;
    },
    announce: (path) => send({arrived: path}),
    async complete() {
      send({isComplete: true});
      return refuseError(await answered);
    },
    async stop() {
      child.stderr!.removeAllListeners("data").resume(); // what it says from here on is about files being taken away
      const exited = new Promise((resolve) => child.once("exit", resolve));
      if (child.kill("SIGKILL")) await exited;
    },
  };

  function receive<T>(): Promise<T> {
    return new Promise((resolve) => child.once("message", (message) => resolve(message as T)));
  }
}

function refuseError<T extends {error?: string}>(answer: T): T {
  if (answer.error) throw new UserError(answer.error);
  return answer;
}
