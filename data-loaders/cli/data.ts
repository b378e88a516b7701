import {resolve} from "node:path";
import {UserError} from "../user-error.ts";
import {nameOfPublished} from "../warehouse/graph.ts";
import {describePublished, type Manifest} from "../warehouse/manifest.ts";
import {reportTo} from "../warehouse/progress.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {withWarehouse} from "./open-warehouse.ts";
import {readArguments} from "./read-arguments.ts";
import {parseAudience, writeAudience} from "./write-audience.ts";
import {withOutput, writePublished} from "./write-published.ts";
import {writeTimings} from "./write-timings.ts";

/**
 * `npm run data -- --config FILE --out DIR`: every published table as `DIR/<name>.arrow`, and `DIR/manifest.json`; or, with
 * `--infer FILE`, how that file could be read. `--tables A,B` computes those alone, and what they read; `--master FILE` writes
 * the private master table too, and `--audience due=FILE` who is due for what; `--edges MONTH` only prints the edges of a
 * snapshot.
 */
export default async function data(args: string[]): Promise<void> {
  const options = readArguments(args, {
    config: {type: "string"},
    out: {type: "string"},
    private: {type: "string"},
    timings: {type: "string"},
    infer: {type: "string"},
    tables: {type: "string"},
    master: {type: "string"},
    audience: {type: "string", multiple: true},
    edges: {type: "string"},
  });
  if (options.infer) return (await import("./infer.ts")).infer(options.infer, options.private);
  const out = options.out ?? "dist/data";
  const progress = reportTo(process.stderr);
  const {edges, master} = options;
  const audiences = (options.audience ?? []).map(parseAudience);
  if (edges) {
    const {describeEdges} = await import("./describe-edges.ts");
    return withWarehouse({...options, progress}, async (warehouse) => {
      process.stdout.write(await describeEdges(warehouse, edges));
    });
  }
  const publish = async (warehouse: Warehouse) => {
    await warehouse.ensure(options.tables ? chooseTables(warehouse, options.tables) : undefined);
    const manifest = describePublished(warehouse);
    await writePublished(warehouse, manifest, resolve(out));
    for (const audience of audiences) await writeAudience(warehouse, audience, out);
    if (master) await (await import("./write-master-table.ts")).writeMasterTable(warehouse, master, out);
    if (!options.tables) {
      await warehouse.keepState();
      warehouse.prune();
    }
    reportRejects(manifest, progress.note);
    writeTimings(options.timings, progress, countRecords(manifest));
    progress.note(
      `${manifest.tables.length} tables, ${manifest.months.length} months to ${manifest.asOf}, in ${out} (${(performance.now() / 1000).toFixed(1)} s)`,
    );
  };
  await withWarehouse({...options, progress}, (warehouse) => withOutput(resolve(out), () => publish(warehouse)));
}

/** Names in the graph of the published tables in a list, `segment-sizes,monthly-sales`. */
function chooseTables(warehouse: Warehouse, list: string): string[] {
  const published = warehouse.listPublished();
  return list.split(",").map((name) => {
    const table = nameOfPublished(name.trim());
    if (!published.includes(table))
      throw new UserError(`--tables: no published table is called ${JSON.stringify(name)}`);
    return table;
  });
}

/** One line a file and rule: how many rows were left out. */
export function reportRejects({sources}: Manifest, note: (line: string) => void): void {
  for (const {file, rejects} of sources)
    for (const {rule, count} of rejects) note(`${file}: ${count.toLocaleString("en")} rows rejected: ${rule}`);
}

/** Rows that the sources delivered. */
export function countRecords({sources}: Manifest): number {
  return sources.reduce((sum, source) => sum + source.records, 0);
}
