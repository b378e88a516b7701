import {scanSite} from "../privacy/scan-site.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import type {Progress} from "../warehouse/progress.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

/**
 * Looks for private data in a site that was built from a run, before anybody can see it.
 *
 * @throws UserError that names each file and the rule that it breaks
 */
export async function inspectSite(
  warehouse: Warehouse,
  {tables}: Manifest,
  {site, libraryCache}: {site: string; libraryCache: string},
  progress: Progress,
): Promise<void> {
  const end = progress.start("privacy");
  const {loaded, sources, privateFolder} = warehouse;
  const {files, texts} = await scanSite(site, {
    config: loaded.config,
    engine: () => warehouse.engine(),
    libraryCache,
    privateFolder,
    sources,
    tables,
  });
  end(`${files.toLocaleString("en")} files, ${texts.toLocaleString("en")} texts`);
}
