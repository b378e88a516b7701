import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {projectRoot} from "../project.ts";
import {buildSite} from "../site/build-site.ts";
import {describePublished} from "../warehouse/manifest.ts";
import {reportTo} from "../warehouse/progress.ts";
import {countRecords, reportRejects} from "./data.ts";
import {listDynamicPaths, listOutputs} from "./loader-outputs.ts";
import {withWarehouse} from "./open-warehouse.ts";
import {readArguments} from "./read-arguments.ts";
import {writeTimings} from "./write-timings.ts";

/** `npm run build -- --config FILE --out DIR`: the data job, then the whole site, put in place only when it is complete. */
export default async function build(args: string[]): Promise<void> {
  const options = readArguments(args, {config: {type: "string"}, out: {type: "string"}, private: {type: "string"}, base: {type: "string"}, timings: {type: "string"}});
  const out = options.out ?? "dist/site";
  const progress = reportTo(process.stderr);
  await withWarehouse({...options, progress}, async (warehouse) => {
    await warehouse.ensure();
    const manifest = describePublished(warehouse);
    reportRejects(manifest, progress.note);
    const report = await buildSite({
      projectRoot,
      asOf: manifest.asOf,
      languages: manifest.shop.languages,
      dynamicPaths: await listDynamicPaths(manifest),
      out: resolve(out),
      log: progress.note,
      ...(options.base ? {basePath: options.base} : {}),
      async writeLoaderCache(cacheDir) {
        progress.start("pages");
        let count = 0;
        for await (const {path, contents} of listOutputs(warehouse)) {
          const file = join(cacheDir, path);
          await mkdir(dirname(file), {recursive: true});
          await writeFile(file, contents);
          count++;
        }
        progress.end(`${count} files`);
      },
    });
    warehouse.prune();
    const {times} = report;
    const stages = Object.fromEntries(Object.entries(times).map(([step, ms]) => [`site: ${step}`, ms / 1000]));
    writeTimings(options.timings, progress, countRecords(manifest), {peakMb: report.peakMemory / 1e6, stages});
    progress.note(`${Object.entries(times).map(([step, ms]) => `${step} ${(ms / 1000).toFixed(1)} s`).join(", ")}; page builder ${Math.round(report.peakMemory / 1e6)} MB`);
    progress.note(`${manifest.months.length} months to ${manifest.asOf}, in ${out} (${(performance.now() / 1000).toFixed(1)} s)`);
  });
}
