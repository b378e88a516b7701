import {existsSync} from "node:fs";
import {copyFile, mkdir} from "node:fs/promises";
import {dirname, join} from "node:path";
import {setImmediate} from "node:timers/promises";
import {normalizeBasePath} from "./base-path.ts";
import {finishSite} from "./finish.ts";
import {freezeTimes} from "./freeze-times.ts";
import {type Bodies, liftBody} from "./lift-body.ts";
import {type LoaderOutput, writeOutput} from "./loader-output.ts";
import {manifestPath, maybeManifest} from "./published-manifest.ts";
import {replaceFolder, restoreFolder} from "./replace-folder.ts";
import {type BuilderOptions, type Workshop, withWorkshop} from "./site-workshop.ts";
import {readVendored} from "./vendored.ts";
import {type SiteSize, verifySite} from "./verify-site.ts";
import {linkLibraries} from "./work-folder.ts";

export interface BuildOptions {
  /** The absolute path of the built site. */
  out: string;
  /** Where the site is served (default "/"); only the 404 page needs it. */
  basePath?: string;
  /** Computes the data. */
  computeData(): Promise<SiteData>;
}

/** What a site is made from. */
export interface SiteData {
  /** The day of the data, `YYYY-MM-DD`: every modification time in the build. */
  asOf: string;
  /** The languages of the site; the first is the default. */
  languages: string[];
  /** Paths of parameterized pages, for example "/en/report/2026-10" (see `listPagePaths`). */
  dynamicPaths: string[];
  /** Each language's first page, for the page at `/` (default: its last report). */
  home?: Record<string, string>;
  /** What all loaders make, `data/manifest.json` before any page that depends on it. */
  outputs: AsyncIterable<LoaderOutput>;
  inspection?: Inspection;
}

/** Somebody who looks at a site before anyone else can. */
export interface Inspection {
  /** Is shown what pages say, by their paths in the site, while Framework builds them. */
  readAhead(pages: LoaderOutput[]): Promise<void>;
  /** Reads the finished site in its folder. */
  read(site: string): Promise<void>;
  /** Says what it thinks of it: what it throws ends the build. */
  judge(): Promise<void>;
}

export interface BuildReport extends SiteSize {
  /** Milliseconds by step; Framework works while loaders render pages, and its step is what remains. */
  times: Record<"data" | "loaders" | "framework" | "finish" | "inspect" | "swap", number>;
  /** The largest memory of the page builder, in bytes. */
  peakMemory: number;
  warnings: string[];
}

/** A site about to be built: the page builder is loading, and brings its libraries up to date. */
export interface SiteBuilder {
  /**
   * Builds the site in a fresh folder, once, and puts it in the place of the old one only when it is complete and checked:
   * on any failure the old site stays as it is. The bytes depend on sources, data and libraries alone.
   */
  build(options: BuildOptions): Promise<BuildReport>;
  /** Takes away what was needed for it; nothing more may be asked. */
  close(): Promise<void>;
}

/** Starts what takes its time before any data are there. Where another build is at work, `build` says so. */
export function prepareSite({projectRoot, log = () => {}}: BuilderOptions): SiteBuilder {
  let end = () => {};
  const wanted = new Promise<void>((resolve) => {
    end = resolve;
  });
  let closed = Promise.resolve();
  const workshop = new Promise<Workshop>((resolve, reject) => {
    closed = withWorkshop({projectRoot, log}, async (opened) => {
      resolve(opened);
      await wanted;
    }).catch(reject);
  });
  workshop.catch(() => {}); // whoever builds is told
  return {
    build: async (options) => buildIn(await workshop, options),
    async close() {
      end();
      await closed;
    },
  };
}

async function buildIn(workshop: Workshop, options: BuildOptions): Promise<BuildReport> {
  const {projectRoot, folder, libraryCache, framework} = workshop;
  const {out} = options;
  const basePath = normalizeBasePath(options.basePath ?? "/");
  const times = stopwatch();
  const source = join(folder, "src");
  const cacheDir = join(source, ".observablehq/cache");
  const site = join(folder, "site");
  await restoreFolder(out);
  const {asOf, languages, dynamicPaths, home, outputs, inspection} = await options.computeData();
  await framework.ready;
  await linkLibraries(libraryCache, cacheDir);
  await freezeTimes(source, asOf);
  times.lap("data");

  const config = join(projectRoot, "observablehq.config.ts");
  const start = () => framework.start({config, output: site, basePath, dynamicPaths});
  const bodies: Bodies = new Map();
  await handOver(outputs, async (output) => {
    await writeOutput(cacheDir, liftBody(output, bodies), asOf);
    framework.announce(output.path);
    if (output.path === manifestPath) start(); // every page names the newest month
  });
  start();
  times.lap("loaders");
  const pages = Array.from(bodies, ([path, lifted]) => ({path: `${path.slice(1)}.html`, contents: lifted.join("\n")}));
  // Whoever reads ahead may ask the data: what Framework fails with is told when nobody does any more.
  const reading = inspection?.readAhead(pages);
  const [built] = await Promise.allSettled([framework.complete(), reading]);
  await reading;
  if (built.status === "rejected") throw built.reason;
  const {warnings, peakMemory, frames} = built.value;
  times.lap("framework");

  const {fonts} = readVendored(libraryCache)!;
  const firstPages = home ?? newestPages(languages, dynamicPaths);
  await finishSite(site, {languages, home: firstPages, basePath, fonts, libraryCache, bodies, frames});
  const manifest = join(cacheDir, manifestPath);
  if (existsSync(manifest)) await copyFile(manifest, join(site, "manifest.json"));
  times.lap("finish");
  await inspection?.read(site);
  const files = maybeManifest(cacheDir)?.tables ?? [];
  const [verified, judged] = await Promise.allSettled([verifySite(site, {dynamicPaths, files}), inspection?.judge()]);
  if (verified.status === "rejected") throw verified.reason;
  if (judged.status === "rejected") throw judged.reason;
  const {size, brokenLinks} = verified.value;
  times.lap("inspect");

  await mkdir(dirname(out), {recursive: true});
  await replaceFolder(site, out);
  times.lap("swap");
  return {...size, times: times.laps, peakMemory, warnings: [...warnings, ...brokenLinks]};
}

/** Writes outputs while the next ones are made; on failure, too, only once nothing more is being written. */
async function handOver(
  outputs: AsyncIterable<LoaderOutput>,
  write: (output: LoaderOutput) => Promise<void>,
): Promise<void> {
  const writing: Promise<void>[] = [];
  try {
    for await (const output of outputs) {
      const written = write(output);
      written.catch(() => {}); // told below
      writing.push(written);
      await setImmediate(); // pages that wait for nothing would keep all that is written from being told of
    }
  } finally {
    await Promise.allSettled(writing);
  }
  await Promise.all(writing);
}

function newestPages(languages: string[], paths: string[]): Record<string, string> {
  const pages: Record<string, string> = {};
  for (const language of languages) {
    const newest = paths.filter((path) => path.startsWith(`/${language}/report/`)).at(-1);
    if (newest) pages[language] = newest;
  }
  return pages;
}

function stopwatch() {
  const laps: BuildReport["times"] = {data: 0, loaders: 0, framework: 0, finish: 0, inspect: 0, swap: 0};
  let start = performance.now();
  return {
    laps,
    lap(name: keyof typeof laps) {
      const now = performance.now();
      laps[name] = Math.round(now - start);
      start = now;
    },
  };
}
