// Runs Framework's build in a process of its own: its caches, signal handlers and memory end with it, and its working
// directory makes every path that it sees the same in every checkout. Started early, it loads while data is computed.
import {pathToFileURL} from "node:url";
import {stripVTControlCharacters} from "node:util";
import type {FrameworkLoader} from "@observablehq/framework/dist/config.js";
import {skimLibraries} from "./library-imports.ts";
import {listFiles} from "./list-files.ts";
import {forbidNetwork} from "./offline.ts";
import {shareWindow} from "./share-window.ts";
import {readVendored} from "./vendored.ts";

/** What the parent sends once the sources and the loader cache are ready. */
export interface BuildJob {
  /** The module whose default export is the configuration. */
  config: string;
  output: string;
  basePath: string;
  dynamicPaths: string[];
}

/** What the child answers. */
export interface BuildAnswer {
  error?: string;
  warnings: string[];
  peakMemory: number;
}

forbidNetwork();
shareWindow();
const {build, FileBuildEffects} = await import("@observablehq/framework/dist/build.js");
const {normalizeConfig} = await import("@observablehq/framework/dist/config.js");

process.once("disconnect", () => process.exit()); // the parent was killed: nobody wants the site
process.once("message", async (job: BuildJob) => {
  const warnings: string[] = [];
  let error: string | undefined;
  try {
    await runBuild(job, warnings);
  } catch (cause) {
    error = cause instanceof Error ? cause.message : String(cause);
  }
  const answer: BuildAnswer = {...(error && {error}), warnings, peakMemory: process.resourceUsage().maxRSS * 1024};
  process.send!(answer, () => process.exit());
});

async function runBuild(job: BuildJob, warnings: string[]): Promise<void> {
  await skimLibraries(readVendored("src/.observablehq/cache")!.imports);
  const {default: spec} = (await import(pathToFileURL(job.config).href)) as {default: object};
  const config = normalizeConfig({
    ...spec,
    root: "src",
    output: job.output,
    base: job.basePath,
    dynamicPaths: job.dynamicPaths,
  });
  // It looks for a parent archive of each page, in every folder above it, with globs.
  if (!(await listFiles("src")).some((path) => archive.test(path))) config.loaders.findArchive = () => undefined;
  const find = config.loaders.find.bind(config.loaders);
  const found = new Map<string, FrameworkLoader | undefined>(); // Framework reads folders for each of a page's questions
  config.loaders.find = (path) => {
    if (!found.has(path)) found.set(path, find(path));
    const loader = found.get(path);
    if (loader?.command !== undefined) loader.exec = () => refuse(loader.path, loader.targetPath ?? path);
    return loader;
  };
  const warn = (...args: unknown[]) => void warnings.push(stripVTControlCharacters(args.join(" ")).trim());
  const log = (...args: unknown[]) => {
    if (String(args[0]).includes("↳")) warn(...args); // the list below "broken links"
  };
  const effects = {logger: {log, warn, error: warn}, output: {write() {}}};
  await build({config}, new FileBuildEffects(config.output, "src/.observablehq/cache", effects));
}

const archive = /\.(?:zip|tar|tar\.gz|tgz)(?:\.\w+)?$/;

async function refuse(loaderPath: string, targetPath: string): Promise<never> {
  throw new Error(`${targetPath}: missing in the loader cache: ${loaderPath} was not run before the build`);
}
