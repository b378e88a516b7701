import {existsSync} from "node:fs";
import {copyFile, mkdir, mkdtemp, readdir, rm} from "node:fs/promises";
import {dirname, join} from "node:path";
import {normalizeBasePath} from "./base-path.ts";
import {finishSite} from "./finish.ts";
import {startFrameworkBuild} from "./framework-build.ts";
import {freezeTimes} from "./freeze-times.ts";
import {type Bodies, liftBody} from "./lift-body.ts";
import {type LoaderOutput, writeOutput} from "./loader-output.ts";
import {withLock} from "./lock.ts";
import {manifestPath, maybeManifest} from "./published-manifest.ts";
import {replaceFolder, restoreFolder} from "./replace-folder.ts";
import {readVendored} from "./vendored.ts";
import {type SiteSize, verifySite} from "./verify-site.ts";
import {copySources, linkLibraries} from "./work-folder.ts";

export interface BuildOptions {
  projectRoot: string;
  /** The absolute path of the built site. */
  out: string;
  /** Where the site is served (default "/"); only the 404 page needs it. */
  basePath?: string;
  /** Computes the data; the page builder starts and brings its libraries up to date meanwhile. */
  computeData(): Promise<SiteData>;
  /** Looks at the finished site in its folder, beside the libraries as they were bundled; what it throws ends the build. */
  inspect?(site: string, libraryCache: string): Promise<void>;
  log?(line: string): void;
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
}

export interface BuildReport extends SiteSize {
  /** Milliseconds by step; Framework works while loaders render pages, and its step is what remains. */
  times: Record<"data" | "loaders" | "framework" | "finish" | "inspect" | "swap", number>;
  /** The largest memory of the page builder, in bytes. */
  peakMemory: number;
  warnings: string[];
}

/**
 * Builds the site in a fresh folder and puts it in the place of the old one only when it is complete and checked: on
 * any failure the old site stays as it is. The bytes depend on sources, data and libraries alone.
 */
export async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const builds = join(options.projectRoot, ".build");
  return withLock(join(builds, "lock"), async () => {
    await restoreFolder(options.out);
    for (const name of await readdir(builds)) {
      // Left by a build that was killed: under the lock there is no other.
      if (name.startsWith("site-")) await rm(join(builds, name), {recursive: true, force: true});
    }
    const workFolder = await mkdtemp(join(builds, "site-"));
    try {
      return await buildIn(workFolder, options);
    } finally {
      await rm(workFolder, {recursive: true, force: true});
    }
  });
}

async function buildIn(workFolder: string, options: BuildOptions): Promise<BuildReport> {
  const {projectRoot, out, log = () => {}} = options;
  const basePath = normalizeBasePath(options.basePath ?? "/");
  const times = stopwatch();
  const source = join(workFolder, "src");
  const cacheDir = join(source, ".observablehq/cache");
  const libraryCache = join(projectRoot, "src/.observablehq/cache");
  const site = join(workFolder, "site");
  await copySources(join(projectRoot, "src"), source);
  const framework = startFrameworkBuild({workFolder, projectRoot, libraryCache, log});
  try {
    const {asOf, languages, dynamicPaths, home, outputs} = await options.computeData();
    await framework.ready;
    await linkLibraries(libraryCache, cacheDir);
    await freezeTimes(source, asOf);
    times.lap("data");

    const config = join(projectRoot, "observablehq.config.ts");
    const start = () => framework.start({config, output: site, basePath, dynamicPaths});
    const bodies: Bodies = new Map();
    for await (const output of outputs) {
      await writeOutput(cacheDir, liftBody(output, bodies), asOf);
      framework.announce(output.path);
      if (output.path === manifestPath) start(); // every page names the newest month
    }
    start();
    times.lap("loaders");
    const {warnings, peakMemory} = await framework.complete();
    times.lap("framework");

    const {fonts} = readVendored(libraryCache)!;
    const firstPages = home ?? newestPages(languages, dynamicPaths);
    await finishSite(site, {languages, home: firstPages, basePath, fonts, libraryCache, bodies});
    const manifest = join(cacheDir, manifestPath);
    if (existsSync(manifest)) await copyFile(manifest, join(site, "manifest.json"));
    const {size, brokenLinks} = await verifySite(site, {dynamicPaths, files: maybeManifest(cacheDir)?.tables ?? []});
    times.lap("finish");
    await options.inspect?.(site, libraryCache);
    times.lap("inspect");

    await mkdir(dirname(out), {recursive: true});
    await replaceFolder(site, out);
    times.lap("swap");
    return {...size, times: times.laps, peakMemory, warnings: [...warnings, ...brokenLinks]};
  } finally {
    await framework.stop();
  }
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
