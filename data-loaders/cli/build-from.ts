import type {SiteBuilder} from "../site/build-site.ts";
import type {LoaderOutput} from "../site/loader-output.ts";
import {describePublished, type Manifest} from "../warehouse/manifest.ts";
import type {Progress} from "../warehouse/progress.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {countRecords, reportRejects} from "./data.ts";
import {listDynamicPaths, listOutputs} from "./loader-outputs.ts";
import {openInspection} from "./open-inspection.ts";
import {writeTimings} from "./write-timings.ts";

interface BuildFromOptions {
  /** Where the site is served. */
  base?: string | undefined;
  /** A file for what took how long. */
  timings?: string | undefined;
  /** Texts that are published together with the site, by the names of their files. */
  beside?: Record<string, string>;
}

/** Builds the site of a run, looks for private data in it, and puts it in its place; says what was published. */
export async function buildFrom(
  builder: SiteBuilder,
  warehouse: Warehouse,
  out: string,
  {base, timings, beside = {}}: BuildFromOptions,
  progress: Progress,
): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const report = await builder.build({
    out,
    ...(base ? {basePath: base} : {}),
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
        inspection: openInspection(warehouse, manifest, beside, progress),
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
