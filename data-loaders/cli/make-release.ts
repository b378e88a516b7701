import {join} from "node:path";
import {projectRoot} from "../project.ts";
import {hashProgram, listLibraries, readCommit} from "../releases/describe-code.ts";
import {describeConfiguration} from "../releases/describe-configuration.ts";
import {draftRelease, hashData, isSame, listed, tablesAboutReleases} from "../releases/draft-release.ts";
import {sha256} from "../releases/hash-files.ts";
import {stagingFolder} from "../releases/place-file.ts";
import {writePointers} from "../releases/pointers.ts";
import {putRelease} from "../releases/put-release.ts";
import type {ReleaseIndex} from "../releases/release-index.ts";
import {getManifest, manifestFile} from "../releases/release-manifest.ts";
import {withReleases} from "../releases/with-releases.ts";
import {normalizeBasePath} from "../site/base-path.ts";
import {nameOfPublished} from "../warehouse/graph.ts";
import {describePublished} from "../warehouse/manifest.ts";
import {reportTo} from "../warehouse/progress.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {assessRestatements} from "./assess-restatements.ts";
import {countRecords} from "./data.ts";
import {withWarehouse} from "./open-warehouse.ts";
import {openStandbyBuilder} from "./standby-builder.ts";
import {writeTimings} from "./write-timings.ts";

export interface MakeOptions {
  config?: string | undefined;
  private?: string | undefined;
  base?: string | undefined;
  timings?: string | undefined;
}

/** Makes a release of what the sources say now, unless the newest release is that already. */
export async function makeRelease(root: string, options: MakeOptions): Promise<void> {
  const builder = openStandbyBuilder(reportTo(process.stderr));
  const {progress} = builder;
  const code = Promise.all([hashProgram(projectRoot), readCommit(projectRoot), listLibraries(projectRoot)]);
  const task = (warehouse: Warehouse) =>
    withReleases(root, async (known) => {
      builder.allow();
      const {config} = warehouse.loaded;
      const basePath = normalizeBasePath(options.base ?? known?.basePath ?? "/");
      const index: ReleaseIndex = {latest: null, releases: [], ...known, basePath, title: config.name};
      const [program, commit, libraries] = await code;
      const configuration = describeConfiguration(config);
      await warehouse.ensure(listFigures(warehouse));
      const figures = describePublished(warehouse);
      const fingerprints = {
        data: hashData(figures),
        code: program,
        configuration: sha256(JSON.stringify(configuration)),
      };
      const newest = index.releases.at(-1);
      if (newest && isSame(newest, fingerprints)) {
        if (known) await writePointers(root, index);
        writeTimings(options.timings, progress, countRecords(figures));
        progress.note(`nothing new since ${newest.id}: same data, program and configuration (${seconds()} s)`);
        return;
      }

      const {counts, keep} = await assessRestatements(warehouse, figures, root, index);
      const site = join(root, stagingFolder, "site");
      const quality = await warehouse.query<{entity: string; grade: string}>(
        "SELECT entity, grade FROM source_grades WHERE period = 'all' ORDER BY entity",
      );
      const origin = {...commit, configuration, quality, libraries, restatements: counts};
      const {buildFrom} = await import("./build-from.ts"); // nothing of it is needed where nothing is new
      const made = {timings: options.timings, base: "/", beside: {[manifestFile]: JSON.stringify(origin, null, 2)}};
      const manifest = await buildFrom(await builder.get(), warehouse, site, made, progress);
      const draft = await draftRelease(site, {index, manifest, fingerprints, origin});
      const earlier = newest ? [await getManifest(root, newest)] : [];
      const hash = await putRelease(root, draft, earlier);
      const {id} = draft.manifest;
      await keep(id);
      await writePointers(root, {
        ...index,
        latest: id,
        releases: [...index.releases, listed(draft.manifest, hash)],
      });
      await warehouse.keepState();
      warehouse.prune();
      const restated = counts && Object.entries(counts).map(([cause, count]) => `${count} by ${cause}`);
      progress.note(`restated figures: ${restated ? restated.join(", ") || "none" : "not assessed"}`);
      progress.note(`${id}: ${draft.manifest.files.length} files, in ${root} (${seconds()} s)`);
    });
  await withWarehouse({...options, progress}, task).finally(builder.close);
}

/** All published tables but those about releases. */
function listFigures(warehouse: Warehouse): string[] {
  const about = tablesAboutReleases.map(nameOfPublished);
  return warehouse.listPublished().filter((name) => !about.includes(name));
}

const seconds = () => (performance.now() / 1000).toFixed(1);
