import {fork} from "node:child_process";
import {join} from "node:path";
import {typeScriptOptions} from "../project.ts";
import {vendorLibraries} from "./vendor.ts";
import {libraryCacheOf} from "./work-folder.ts";

export interface PreviewOptions {
  projectRoot: string;
  /** Default: the first free one from 3000. */
  port?: number;
  /** Default: this machine only. */
  host?: string;
  log?(line: string): void;
}

export interface Preview {
  url: string;
  /** Settles when the server has ended by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** What the child reports once. */
export type PreviewAnswer = {port: number} | {error: string};

/**
 * Starts Framework's preview server for `src/`, offline, in a process of its own, so that a refresh of the data never
 * makes a page wait. Pages follow edits below `src/` by themselves; `publishToCache` brings them new data.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const {projectRoot, port, host = "127.0.0.1", log = () => {}} = options;
  await vendorLibraries({projectRoot, cacheDir: libraryCacheOf(projectRoot)});
  const child = fork(join(import.meta.dirname, "preview-child.ts"), [host, String(port ?? "")], {
    cwd: projectRoot,
    execArgv: typeScriptOptions,
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.split("\n")) if (line) log(line);
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const answer = await new Promise<PreviewAnswer>((resolve) => {
    child.once("message", (message) => resolve(message as PreviewAnswer));
    child.once("exit", () => resolve({error: "the preview server ended"}));
  });
  if ("error" in answer) {
    child.kill();
    throw new Error(answer.error);
  }
  return {
    url: `http://${host}:${answer.port}/`,
    ended,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}
