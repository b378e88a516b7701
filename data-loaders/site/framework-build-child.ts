// Runs Framework's build in a process of its own: its caches, signal handlers and memory end with it, and its working
// directory makes every path that it sees the same in every checkout. Started early, it loads while data is computed.
import {stripVTControlCharacters} from "node:util";
import type {FrameworkConfig, FrameworkLoader} from "@observablehq/framework/dist/config.js";
import {loadModule} from "../load-module.ts";
import {ArrivingOutputs} from "./arriving-outputs.ts";
import {skimLibraries} from "./library-imports.ts";
import {type Frames, liftFrames} from "./lift-frame.ts";
import {listFiles} from "./list-files.ts";
import {forbidNetwork} from "./offline.ts";
import {rememberClients} from "./remember-clients.ts";
import {shareWindow} from "./share-window.ts";
import {vendorLibraries} from "./vendor.ts";
import {readVendored} from "./vendored.ts";

/** What the parent sends: the job, once sources, libraries and the manifest are ready; outputs of loaders; their end. */
export type BuildMessage = {job: BuildJob} | {arrived: string} | {isComplete: true};

export interface BuildJob {
  /** The module whose default export is the configuration. */
  config: string;
  output: string;
  basePath: string;
  dynamicPaths: string[];
}

/** What the child answers, after a first `{error?}` that tells whether the libraries are up to date. */
export interface BuildAnswer {
  error?: string;
  warnings: string[];
  peakMemory: number;
  frames: Frames;
}

const cacheDir = ".observablehq/cache";
const outputs = new ArrivingOutputs();
const warnings: string[] = [];
const frames: Frames = {};

process.once("disconnect", () => process.exit()); // the parent was killed: nobody wants the site
process.on("message", async (message: BuildMessage) => {
  if ("arrived" in message) outputs.add(message.arrived);
  else if ("isComplete" in message) outputs.end();
  else {
    const error = await explain(() => runBuild(message.job));
    const answer: BuildAnswer = {...error, warnings, frames, peakMemory: process.resourceUsage().maxRSS * 1024};
    process.send!(answer, () => process.exit());
  }
});

const [projectRoot = "", libraryCache = ""] = process.argv.slice(2);
process.send!(await explain(bringLibraries));
const framework = loadFramework();

async function bringLibraries() {
  const {key} = await vendorLibraries({projectRoot, cacheDir: libraryCache});
  rememberClients(libraryCache, key);
}

async function loadFramework() {
  forbidNetwork();
  shareWindow();
  const {build, FileBuildEffects} = await import("@observablehq/framework/dist/build.js");
  const {normalizeConfig} = await import("@observablehq/framework/dist/config.js");
  return {build, FileBuildEffects, normalizeConfig};
}

async function explain(run: () => Promise<unknown>): Promise<{error?: string}> {
  try {
    await run();
    return {};
  } catch (cause) {
    return {error: cause instanceof Error ? cause.message : String(cause)};
  }
}

async function runBuild(job: BuildJob): Promise<void> {
  const {build, FileBuildEffects, normalizeConfig} = await framework;
  await skimLibraries(readVendored(`src/${cacheDir}`)!.imports);
  const {default: spec} = await loadModule<{default: object}>(job.config);
  const config = normalizeConfig({
    ...liftFrames(spec, frames),
    root: "src",
    output: job.output,
    base: job.basePath,
    dynamicPaths: job.dynamicPaths,
  });
  await useOutputs(config);
  const warn = (...args: unknown[]) => {
    const text = stripVTControlCharacters(args.join(" ")).trim();
    if (!/\d broken links?\b/.test(text)) warnings.push(text); // links are checked in the finished site
  };
  const ignore = () => {};
  const effects = {logger: {log: ignore, warn, error: warn}, output: {write: ignore}};
  await build({config}, new FileBuildEffects(config.output, `src/${cacheDir}`, effects));
}

/** Has Framework take the outputs of loaders from the cache, as they arrive there, and run none. */
async function useOutputs({loaders}: FrameworkConfig): Promise<void> {
  // It looks for a parent archive of each page, in every folder above it, with globs.
  if (!(await listFiles("src")).some((path) => archive.test(path))) loaders.findArchive = () => undefined;
  const find = loaders.find.bind(loaders);
  const found = new Map<string, FrameworkLoader | undefined>();
  loaders.find = (path) => {
    if (!found.has(path)) {
      const loader = find(path);
      if (loader?.command !== undefined) {
        const target = (loader.targetPath ?? path).replace(/^\//, "");
        loader.load = async () => {
          await outputs.wait(target, loader.path);
          return `${cacheDir}/${target}`;
        };
      }
      found.set(path, loader);
    }
    return found.get(path);
  };
}

const archive = /\.(?:zip|tar|tar\.gz|tgz)(?:\.\w+)?$/;
