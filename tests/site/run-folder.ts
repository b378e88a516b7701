import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what the tests of a run share; it is removed when they end. */
    runFolder: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-run-"));
  project.provide("runFolder", folder);
  return () => rmSync(folder, {recursive: true, force: true});
}
