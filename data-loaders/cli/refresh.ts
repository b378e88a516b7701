import {rm} from "node:fs/promises";
import {join} from "node:path";
import {projectRoot} from "../project.ts";
import {listFiles} from "../site/list-files.ts";
import type {LoaderOutput} from "../site/loader-output.ts";
import {publishToCache} from "../site/publish-to-cache.ts";
import {libraryCacheOf} from "../site/work-folder.ts";
import {listOutputs} from "./loader-outputs.ts";
import {withWarehouse} from "./open-warehouse.ts";
import {readArguments} from "./read-arguments.ts";

/** `refresh`: brings the preview's data and pages up to date. Reports of older months are made when somebody opens them. */
export default async function refresh(args: string[]): Promise<void> {
  const options = readArguments(args, {config: {type: "string"}});
  const cacheDir = libraryCacheOf(projectRoot);
  await withWarehouse({...options, waitSeconds: 60}, async (warehouse) => {
    await warehouse.ensure();
    const newest = warehouse.months.at(-1)!.month.slice(0, 7);
    const isOlderMonth = (path: string) => /\/\d{4}-\d{2}\.md$/.test(path) && !path.endsWith(`/${newest}.md`);
    const outputs: LoaderOutput[] = [];
    for await (const output of listOutputs(warehouse, (path) => !isOlderMonth(path))) outputs.push(output);
    const changed = await publishToCache(cacheDir, outputs);
    if (changed.length)
      for (const path of await listFiles(cacheDir)) if (isOlderMonth(path)) await rm(join(cacheDir, path));
  });
}
