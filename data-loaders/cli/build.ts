import {resolve} from "node:path";
import {projectRoot} from "../project.ts";
import {sha256} from "../releases/hash-files.ts";
import {buildSite} from "../site/build-site.ts";
import type {LoaderOutput} from "../site/loader-output.ts";
import {describePublished, type Manifest} from "../warehouse/manifest.ts";
import {type Progress, reportTo} from "../warehouse/progress.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {openBuiltSites} from "./built-site.ts";
import {countRecords, reportRejects} from "./data.ts";
import {inspectSite} from "./inspect-site.ts";
import {listDynamicPaths, listOutputs} from "./loader-outputs.ts";
import {withWarehouse} from "./open-warehouse.ts";
import {readArguments} from "./read-arguments.ts";
import {writeTimings} from "./write-timings.ts";

/** `npm run build -- --config FILE --out DIR`: the data job, then the whole site, put in place only when it is complete. */
export default async function build(args: string[]): Promise<void> {
  const options = readArguments(args, {
    config: {type: "string"},
    out: {type: "string"},
    private: {type: "string"},
    base: {type: "string"},
    timings: {type: "string"},
  });
  const out = options.out ?? "dist/site";
  const progress = reportTo(process.stderr);
  await withWarehouse({...options, progress}, async (warehouse) => {
    const built = openBuiltSites(warehouse.privateFolder, resolve(out), warehouse.loaded.config, [options.base]);
    const known = await built.maybeData();
    if (known !== undefined) {
      await warehouse.ensure();
      const current = describePublished(warehouse);
      if (hashPublished(current) === known) {
        writeTimings(options.timings, progress, countRecords(current));
        progress.note(`nothing new: same data, program and configuration, in ${out} (${seconds()} s)`);
        return;
      }
    }
    const manifest = await buildFrom(warehouse, resolve(out), options, progress);
    await built.record(hashPublished(manifest));
    await warehouse.keepState();
    warehouse.prune();
    progress.note(`${manifest.months.length} months to ${manifest.asOf}, in ${out} (${seconds()} s)`);
  });
}

const seconds = () => (performance.now() / 1000).toFixed(1);

const hashPublished = (manifest: Manifest) => sha256(JSON.stringify(manifest));

/** Builds the site of a run, looks for private data in it, and puts it in its place; says what was published. */
export async function buildFrom(
  warehouse: Warehouse,
  out: string,
  {base, timings}: {base?: string | undefined; timings?: string | undefined},
  progress: Progress,
): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const report = await buildSite({
    projectRoot,
    out,
    log: progress.note,
    ...(base ? {basePath: base} : {}),
    inspect: (site, libraryCache) => inspectSite(warehouse, manifest!, {site, libraryCache}, progress),
    async computeData() {
      await warehouse.ensure();
      manifest = describePublished(warehouse);
      reportRejects(manifest, progress.note);
      const dynamicPaths = await listDynamicPaths(manifest);
      return {
        asOf: manifest.asOf,
        languages: manifest.shop.languages,
        dynamicPaths,
        outputs: timed(listOutputs(warehouse), progress),
      };
    },
  });
  for (const warning of report.warnings.slice(0, 10)) progress.note(warning);
  if (report.warnings.length > 10) progress.note(`… and ${report.warnings.length - 10} more warnings`);
  const {times} = report;
  const stages = Object.fromEntries(Object.entries(times).map(([step, ms]) => [`site: ${step}`, ms / 1000]));
  writeTimings(timings, progress, countRecords(manifest!), {peakMb: report.peakMemory / 1e6, stages});
  progress.note(
    `${Object.entries(times)
      .map(([step, ms]) => `${step} ${(ms / 1000).toFixed(1)} s`)
      .join(", ")}; page builder ${Math.round(report.peakMemory / 1e6)} MB`,
  );
  return manifest!;
}

/** Reports rendering as one step. */
async function* timed(outputs: AsyncIterable<LoaderOutput>, progress: Progress): AsyncGenerator<LoaderOutput> {
  const end = progress.start("pages");
  let count = 0;
  for await (const output of outputs) {
    yield output;
    count++;
  }
  end(`${count} files`);
}
