import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import type {Report, ReportPage} from "./gaps/report.ts";

const pages = join(import.meta.dirname, "../[lang]");

type Load = (path: string) => Promise<{report?: Report}>;

const loadFile: Load = (path) => import(/* @vite-ignore */ pathToFileURL(path).href);

/**
 * Every page that exports a `report`, with the published tables that it reads, in the reports' order. For loaders, which run
 * while the site is built: it looks into the pages' files.
 *
 * @param load imports a page by its path
 * @param folder the folder of the pages of a language
 */
export async function listReports(load: Load = loadFile, folder: string = pages): Promise<ReportPage[]> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".md.ts"))
    .sort();
  const found: ReportPage[] = [];
  for (const file of files) {
    const {report} = await load(join(folder, file));
    if (report) found.push({...report, path: file.slice(0, -".md.ts".length), tables: listTables(join(folder, file))});
  }
  return found.sort((a, b) => a.order - b.order);
}

/** Published tables that a module, or one that it imports, asks for by name or by the address of the Arrow file. */
function listTables(file: string): string[] {
  const tables = new Set<string>();
  const seen = new Set<string>();
  const queue = [file];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    // A notebook's cells hold imports, too, as a page sees them.
    if (seen.has(path) || !existsSync(path)) continue;
    seen.add(path);
    const text = readFileSync(path, "utf8");
    for (const [, a, b] of text.matchAll(
      /\bpublished(?:<[\w.[\]]+>)?\(\s*"([a-z0-9-]+)"|\bdata\/([a-z0-9-]+)\.arrow\b/g,
    ))
      tables.add((a ?? b)!);
    for (const [, specifier] of text.matchAll(/^(?:import|export) (?!type )[^"]*?from "(\.{1,2}\/[^"]+)";$/gm)) {
      const imported = resolve(dirname(path), specifier!.replace(/\.js$/, ".ts"));
      if (!imported.includes("/data-loaders/")) queue.push(imported);
    }
  }
  return [...tables].sort();
}
