import {resolve} from "node:path";
import {sha256} from "../releases/hash-files.ts";
import {describePublished, type Manifest} from "../warehouse/manifest.ts";
import {reportTo} from "../warehouse/progress.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {openBuiltSites} from "./built-site.ts";
import {countRecords} from "./data.ts";
import {withWarehouse} from "./open-warehouse.ts";
import {readArguments} from "./read-arguments.ts";
import {openStandbyBuilder} from "./standby-builder.ts";
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
  const builder = openStandbyBuilder(reportTo(process.stderr));
  const {progress} = builder;
  const task = async (warehouse: Warehouse) => {
    builder.allow();
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
    const {buildFrom} = await import("./build-from.ts"); // nothing of it is needed where nothing is new
    const manifest = await buildFrom(await builder.get(), warehouse, resolve(out), options, progress);
    await built.record(hashPublished(manifest));
    await warehouse.keepState();
    warehouse.prune();
    progress.note(`${manifest.months.length} months to ${manifest.asOf}, in ${out} (${seconds()} s)`);
  };
  await withWarehouse({...options, progress}, task).finally(builder.close);
}

const seconds = () => (performance.now() / 1000).toFixed(1);

const hashPublished = (manifest: Manifest) => sha256(JSON.stringify(manifest));
