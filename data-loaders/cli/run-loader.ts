import {readFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {readFrom} from "../published.ts";
import {UserError} from "../user-error.ts";
import {reportTo} from "../warehouse/progress.ts";
import {withWarehouse} from "./open-warehouse.ts";
import {readParameters, renderLoader} from "./render-loader.ts";

// What Framework runs for a loader under src/: `run-loader.ts src/data/x.arrow.sql`, or `… [month].md.ts --lang=tr`.
// The build and the preview fill Framework's cache in one process instead; both give the same bytes.
try {
  const [path = "", ...args] = process.argv.slice(2);
  process.stdout.write(await run(resolve(path), args));
  process.exitCode = 0;
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
}

function run(path: string, args: readonly string[]): Promise<Uint8Array | string> {
  return withWarehouse({waitSeconds: 60, progress: reportTo(undefined)}, async (warehouse) => {
    const table = /^([a-z0-9-]+)\.arrow\.(?:sql|ts)$/.exec(basename(path))?.[1];
    if (table) return readFileSync(await warehouse.publishedFile(table));
    readFrom(warehouse);
    return renderLoader(path, readParameters(args));
  });
}
