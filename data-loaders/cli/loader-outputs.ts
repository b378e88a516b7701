import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../project.ts";
import {readFrom} from "../published.ts";
import {listPagePaths} from "../site/list-page-paths.ts";
import type {LoaderOutput} from "../site/loader-output.ts";
import {describePublished, type Manifest} from "../warehouse/manifest.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {renderLoader} from "./render-loader.ts";

/**
 * Everything that loaders under src/ make, in one process: published tables, other data files, pages.
 *
 * @param isWanted chooses pages by their path, `tr/report/2026-10.md`
 */
export async function* listOutputs(
  warehouse: Warehouse,
  isWanted: (path: string) => boolean = () => true,
): AsyncGenerator<LoaderOutput> {
  await warehouse.ensure();
  readFrom(warehouse);
  const published = describePublished(warehouse);
  for (const {name, file} of published.tables)
    yield {path: `data/${file}`, contents: readFileSync(await warehouse.publishedFile(name))};
  const source = join(projectRoot, "src");
  const loaders = listLoaders(source);
  for (const loader of loaders.filter((file) => !file.includes("[")))
    yield {path: loader.slice(0, -".ts".length), contents: await renderLoader(join(source, loader), {})};
  const parameterized = loaders.filter((file) => file.includes("[")).map((file) => ({file, pattern: toPattern(file)}));
  for (const page of await listDynamicPaths(published)) {
    const path = `${page.slice(1)}.md`;
    const found = parameterized.map(({file, pattern}) => ({file, match: pattern.exec(path)})).find(({match}) => match);
    if (found && isWanted(path))
      yield {path, contents: await renderLoader(join(source, found.file), {...found.match!.groups})};
  }
}

/** Paths of the pages whose names have parameters, `/tr/report/2026-10`. */
export function listDynamicPaths({shop, months}: Manifest): Promise<string[]> {
  return listPagePaths(join(projectRoot, "src"), {languages: shop.languages, months});
}

function toPattern(loader: string): RegExp {
  const escaped = loader.slice(0, -".ts".length).replace(/[.*+?^${}()|\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\[(\w+)\]/g, "(?<$1>[a-z0-9_-]{1,64})")}$`);
}

/** TypeScript loaders below a folder, `data/manifest.json.ts`, sorted; Arrow tables are the graph's. */
function listLoaders(source: string): string[] {
  return readdirSync(source, {recursive: true, encoding: "utf8"})
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(md|json|csv|tsv|txt|svg|html)\.ts$/.test(path) && !path.startsWith("."))
    .sort();
}
