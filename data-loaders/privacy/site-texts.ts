import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {listFiles} from "../site/list-files.ts";
import {nothingSeen, readTexts} from "./read-texts.ts";
import type {SiteText} from "./site-text.ts";

/** A file of the site, or what of it is not as it was bundled. */
export interface SiteFile {
  file: string;
  bytes: Uint8Array;
}

/** Reads a site file by file; libraries that are as they were bundled have nobody's data. */
export async function* readSiteFiles(site: string, libraryCache: string): AsyncGenerator<SiteFile> {
  for (const file of await listFiles(site)) {
    const bytes = await readFile(join(site, file));
    const known = file.startsWith("_npm/") ? await readLibrary(file, libraryCache) : [];
    if (known.some((library) => library.equals(bytes))) continue;
    const own = new Set(known.flatMap((library) => splitCode(library.toString("utf8"))));
    const changed = known.length
      ? Buffer.from(
          splitCode(bytes.toString("utf8"))
            .filter((part) => !own.has(part))
            .join("\n"),
        )
      : bytes;
    yield {file, bytes: changed};
  }
}

/** Reads the pieces of files, those left out that an earlier file has too. */
export function openTextReader(): (file: SiteFile) => Promise<SiteText[]> {
  const markup = nothingSeen();
  const prose = new Set<string>();
  const others = new Set<string>();
  return async ({file, bytes}) => {
    const texts: SiteText[] = [];
    for (const text of await readTexts(file, bytes, markup)) {
      const seen = text.isProse ? prose : others;
      if (seen.has(text.text)) continue;
      seen.add(text.text);
      texts.push(text);
    }
    return texts;
  };
}

/** The files of the bundled library that a file of the site can come from: the builder renames it, and what it imports. */
async function readLibrary(file: string, libraryCache: string): Promise<Buffer[]> {
  const folder = join(libraryCache, dirname(file));
  if (!existsSync(folder)) return [];
  const extension = /\.\w+$/.exec(file)?.[0] ?? "";
  const stem = file.slice(file.lastIndexOf("/") + 1).replace(/\.[\da-f]{8}(?=\.\w+$)/, "");
  const names = (await readdir(folder)).filter((name) => name === stem || (name === "_esm.js" && extension === ".js"));
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}

const splitCode = (code: string) => code.split(/["'`\n]/);
