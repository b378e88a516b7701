import {join} from "node:path";
import {inject} from "vitest";
import type {Manifest} from "../../src/components/manifest.ts";
import {once} from "./once.ts";
import {type CommandResult, copyProject, expectSuccess, readText, runCommand, shareLibraries} from "./project-copy.ts";
import {tinySite} from "./tiny-site.ts";

type Outcome = Pick<CommandResult, "code" | "stderr">;

export interface PlainSite {
  /** A copy of this project that has built the site; not to be changed. */
  project: string;
  site: string;
  manifest: Manifest;
  /** Of the two builds that were started at once, the one that built the site, and the other. */
  runs: [Outcome, Outcome];
}

/** Where it is to be served. */
export const plainBase = "/shops/crm/";

/** Builds the site of three months with the private folder of a copy; `args` come last. */
export const build = (project: string, args: string[] = []) =>
  runCommand(project, [
    ...["build", "--config", "tests/site/plain-shop.config.ts", "--out", "dist/site", "--base", plainBase],
    ...args,
  ]);

/** A site as `npm run build` makes it, which is no release: built once per test run. */
export async function plainSite(): Promise<PlainSite> {
  const {project: tiny} = await tinySite();
  const project = join(inject("runFolder"), "plain");
  const site = join(project, "dist/site");
  const runs = await once("plain", async () => {
    copyProject(project, tiny);
    await shareLibraries(tiny, project);
    const ended = await Promise.all([build(project), build(project)]);
    const [winner, loser] = ended.map(({code, stderr}) => ({code, stderr})).sort((a, b) => a.code! - b.code!);
    expectSuccess(winner!);
    return [winner!, loser!] satisfies PlainSite["runs"];
  });
  return {project, site, manifest: JSON.parse(readText(site, "manifest.json")), runs};
}
