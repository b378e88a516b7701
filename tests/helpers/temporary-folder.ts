import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** Has a task done in a fresh folder that is removed again. */
export async function inTemporaryFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-test-"));
  try {
    return await task(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
