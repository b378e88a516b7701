import {readdirSync} from "node:fs";
import {join} from "node:path";
import {inject} from "vitest";
import type {Manifest} from "../../src/components/manifest.ts";
import {once} from "./once.ts";
import {commitProject, copyProject, expectSuccess, readText, runCommand, tinyConfig} from "./project-copy.ts";

export interface TinySite {
  /** A repository of this project that has made the release; not to be changed. */
  project: string;
  /** The folder of its releases, as a host serves it. */
  releases: string;
  /** Where its one release lies in there: `r/<id>/`. */
  path: string;
  site: string;
  /** The published tables of the same run. */
  data: string;
  manifest: Manifest;
}

export const makeRelease = (project: string, options = {}) =>
  runCommand(project, ["release", "--config", tinyConfig, "--to", "releases"], options);

/** The tiny shop, released through the command line once per test run. */
export async function tinySite(): Promise<TinySite> {
  const project = join(inject("runFolder"), "tiny");
  await once("tiny", async () => {
    commitProject(copyProject(project));
    expectSuccess(await makeRelease(project));
    expectSuccess(await runCommand(project, ["data", "--config", tinyConfig, "--out", "dist/data"]));
    return {};
  });
  const releases = join(project, "releases");
  const [id] = readdirSync(join(releases, "r"));
  const data = join(project, "dist/data");
  const manifest = JSON.parse(readText(data, "manifest.json")) as Manifest;
  return {project, releases, path: `r/${id}/`, site: join(releases, "r", id!), data, manifest};
}
