import {openSiteScan} from "../privacy/scan-site.ts";
import {projectRoot} from "../project.ts";
import type {Inspection} from "../site/build-site.ts";
import {libraryCacheOf} from "../site/work-folder.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import type {Progress} from "../warehouse/progress.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

/**
 * Looks for private data in a site that is built from a run, before anybody can see it.
 *
 * @param beside texts that are published together with the site, by the names of their files
 */
export function openInspection(
  warehouse: Warehouse,
  {tables}: Manifest,
  beside: Readonly<Record<string, string>>,
  progress: Progress,
): Inspection {
  const {loaded, sources, privateFolder} = warehouse;
  const scan = openSiteScan({
    config: loaded.config,
    engine: () => warehouse.engine(),
    libraryCache: libraryCacheOf(projectRoot),
    privateFolder,
    sources,
    tables,
  });
  let end = (_: string) => {};
  return {
    readAhead: (pages) => scan.readAhead(pages.map(({path, contents}) => ({file: path, bytes: Buffer.from(contents)}))),
    async read(site) {
      end = progress.start("privacy");
      const others = Object.entries(beside).map(([file, text]) => ({file, bytes: Buffer.from(text)}));
      await scan.read(site, others);
    },
    async judge() {
      const {files, texts} = await scan.judge();
      end(`${files.toLocaleString("en")} files, ${texts.toLocaleString("en")} texts`);
    },
  };
}
