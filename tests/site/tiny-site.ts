import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {inject} from "vitest";
import {LockedError, withLock} from "../../data-loaders/site/lock.ts";
import type {Manifest} from "../../src/components/manifest.ts";
import {build, copyProject, readText, runCommand, tinyConfig} from "./project-copy.ts";

export interface TinySite {
  /** A copy of this project that has built the site; not to be changed. */
  project: string;
  site: string;
  /** The published tables of the same run. */
  data: string;
  manifest: Manifest;
}

/** The tiny shop, built through the command line once per test run, by whichever test asks first. */
export async function tinySite(): Promise<TinySite> {
  const folder = inject("runFolder");
  const project = join(folder, "tiny");
  const done = join(folder, "tiny.done");
  while (!existsSync(done)) {
    try {
      await withLock(join(folder, "tiny.lock"), async () => {
        if (existsSync(done)) return;
        copyProject(project);
        await expectSuccess(build(project));
        await expectSuccess(runCommand(project, ["data", "--config", tinyConfig, "--out", "dist/data"]));
        writeFileSync(done, "");
      });
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      await delay(100);
    }
  }
  const data = join(project, "dist/data");
  const manifest = JSON.parse(readText(data, "manifest.json")) as Manifest;
  return {project, site: join(project, "dist/site"), data, manifest};
}

async function expectSuccess(run: ReturnType<typeof runCommand>): Promise<void> {
  const {code, stderr} = await run;
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
}
