import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, vi} from "vitest";
import {loadConfig} from "../../data-loaders/config/load-config.ts";
import {projectRoot} from "../../data-loaders/project.ts";
import {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";

/**
 * Has the tests of the group at hand read UCI Online Retail, as docs/examples configures it, from a warehouse of their own.
 *
 * @param file the data set's CSV
 * @returns gives the warehouse, once the tests run
 */
export function openOnlineRetail(file: string | undefined): () => Warehouse {
  let warehouse: Warehouse;
  let privateFolder: string;

  beforeAll(async () => {
    vi.stubEnv("ONLINE_RETAIL_CSV", file!);
    privateFolder = mkdtempSync(join(tmpdir(), "mudavim-online-retail-"));
    const loaded = await loadConfig(join(projectRoot, "docs/examples/online-retail.config.ts"));
    warehouse = await Warehouse.open({projectRoot, loaded, privateFolder});
  }, 120_000);

  afterAll(async () => {
    await warehouse.close();
    rmSync(privateFolder, {recursive: true});
  });

  return () => warehouse;
}
