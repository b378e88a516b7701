import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {onTestFinished} from "vitest";

/** A folder for one test, removed when it ends. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-test-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}
