import {mkdir, mkdtemp, readdir, rm} from "node:fs/promises";
import {dirname, join} from "node:path";
import {finishSite} from "./finish.ts";
import {startFrameworkBuild} from "./framework-build.ts";
import {freezeTimes} from "./freeze-times.ts";
import {liftBodies} from "./lift-bodies.ts";
import {withLock} from "./lock.ts";
import {maybeManifest} from "./published-manifest.ts";
import {replaceFolder, restoreFolder} from "./replace-folder.ts";
import {vendorLibraries} from "./vendor.ts";
import {type SiteSize, verifySite} from "./verify-site.ts";
import {copySources, linkLibraries} from "./work-folder.ts";

export interface BuildOptions {
  projectRoot: string;
  /** The day of the data, `YYYY-MM-DD`: every modification time in the build. */
  asOf: string;
  /** The languages of the site; the first is the default. */
  languages: string[];
  /** Paths of parameterized pages, for example "/en/report/2026-10" (see `listPagePaths`). */
  dynamicPaths: string[];
  /** Each language's first page, for the page at `/` (default: its last report). */
  home?: Record<string, string>;
  /** The absolute path of the built site. */
  out: string;
  /** Where the site is served (default "/"); only the 404 page needs it. */
  basePath?: string;
  /** Writes `data/*.arrow`, `data/manifest.json` and rendered page loaders into Framework's loader cache. */
  writeLoaderCache(cacheDir: string): Promise<void>;
  log?(line: string): void;
}

export interface BuildReport extends SiteSize {
  /** Milliseconds by step. */
  times: Record<"vendor" | "data" | "pages" | "finish" | "swap", number>;
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
  const {projectRoot, asOf, languages, dynamicPaths, out, basePath = "/", log = () => {}} = options;
  const times = stopwatch();
  const source = join(workFolder, "src");
  const cacheDir = join(source, ".observablehq/cache");
  const site = join(workFolder, "site");
  const framework = startFrameworkBuild(workFolder, log);
  try {
    const libraryCache = join(projectRoot, "src/.observablehq/cache");
    const {fonts} = await vendorLibraries({projectRoot, cacheDir: libraryCache});
    await copySources(join(projectRoot, "src"), source);
    await linkLibraries(libraryCache, cacheDir);
    times.lap("vendor");

    await options.writeLoaderCache(cacheDir);
    const bodies = await liftBodies(cacheDir);
    await freezeTimes(source, asOf);
    times.lap("data");

    const config = join(projectRoot, "observablehq.config.ts");
    const {warnings, peakMemory} = await framework.run({config, output: site, basePath, dynamicPaths});
    times.lap("pages");

    const files = maybeManifest(cacheDir)?.tables ?? [];
    const home = options.home ?? newestPages(languages, dynamicPaths);
    await finishSite(site, {languages, home, fonts, libraryCache, bodies});
    const size = await verifySite(site, {dynamicPaths, files});
    times.lap("finish");

    await mkdir(dirname(out), {recursive: true});
    await replaceFolder(site, out);
    times.lap("swap");
    return {...size, times: times.laps, peakMemory, warnings};
  } finally {
    framework.stop();
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
  const laps: BuildReport["times"] = {vendor: 0, data: 0, pages: 0, finish: 0, swap: 0};
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
