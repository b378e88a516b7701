import {mkdir, rename, utimes, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";

/** An output of a loader, by its path below the source root: "data/flows.arrow", "en/report/2026-10.md". */
export interface LoaderOutput {
  path: string;
  contents: Uint8Array | string;
}

/** Writes an output into a loader cache: it appears whole, and as old as `day` or the time given. */
export async function writeOutput(
  cacheDir: string,
  {path, contents}: LoaderOutput,
  time: string | Date,
): Promise<void> {
  const file = join(cacheDir, path);
  const draft = `${file}.${process.pid}.new`;
  const modified = new Date(time);
  await mkdir(dirname(file), {recursive: true});
  await writeFile(draft, contents);
  await utimes(draft, modified, modified);
  await rename(draft, file);
}
