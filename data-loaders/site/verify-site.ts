import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {listProblems, UserError} from "../user-error.ts";
import {listBrokenLinks, listLinks, type PageLinks} from "./broken-links.ts";
import {scanTags, type Tag} from "./html-tags.ts";
import {listFiles} from "./list-files.ts";
import {type PublishedFile, publishedPath} from "./published-manifest.ts";

/** How large a built site is. */
export interface SiteSize {
  pages: number;
  files: number;
  bytes: number;
}

/**
 * Checks a finished site before anyone sees it: every dynamic path has a page, no file is empty, data files are the
 * published ones, no page shows an error or loads anything from another host. Returns its size, and the links that lead
 * nowhere: a reader can live with one, a shop without its report cannot.
 */
export async function verifySite(
  site: string,
  {dynamicPaths, files: published}: {dynamicPaths: string[]; files: PublishedFile[]},
): Promise<{size: SiteSize; brokenLinks: string[]}> {
  const problems: string[] = [];
  const pages = new Map<string, PageLinks>();
  const files = await listFiles(site);
  const expected = new Map(published.map((file) => [builtName(file), file]));
  let bytes = 0;
  for (const path of dynamicPaths) {
    if (!existsSync(join(site, `${path.replace(/\/$/, "/index")}.html`))) problems.push(`${path}: missing page`);
  }
  for (const file of files) {
    const {size} = await stat(join(site, file));
    bytes += size;
    if (size === 0 && file !== ".nojekyll") problems.push(`${file}: empty file`);
    if (file.endsWith(".html")) {
      const html = await readFile(join(site, file), "utf8");
      const tags = Array.from(scanTags(html));
      problems.push(...checkPage(file, html, tags));
      // The 404 page is served at any depth: its links start at the base path, which the files do not show.
      pages.set(file, listLinks(file, file === "404.html" ? [] : tags));
    }
    if (/\.(js|css)$/.test(file)) problems.push(...checkCode(file, await readFile(join(site, file), "utf8")));
    const data = expected.get(file.replace(/\.[\da-f]{8}(?=\.\w+$)/, ""));
    if (data && sha256(await readFile(join(site, file))) !== data.sha256) {
      problems.push(`${file}: differs from the published file: expected sha-256 ${data.sha256}`);
    }
  }
  if (problems.length) throw new UserError(`the built site is not right:\n${listProblems(problems)}`);
  return {
    size: {pages: pages.size, files: files.length, bytes},
    brokenLinks: listBrokenLinks(pages, new Set(files)),
  };
}

const builtName = (file: PublishedFile) => `_file/${publishedPath(file)}`;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const otherHost = /^\s*(?:https?:)?\/\//i;

function checkPage(file: string, html: string, tags: Tag[]): string[] {
  const problems: string[] = [];
  for (const tag of tags) {
    const {name, text} = tag;
    for (const attribute of ["src", "href", "srcset", "poster", "action", "data"]) {
      const value = tag.attribute(attribute);
      // A link may lead anywhere; only what a page loads by itself must be its own.
      if (value !== undefined && name !== "a" && otherHost.test(value)) {
        problems.push(`${file}: another host: <${name} ${attribute}="${value}">`);
      }
    }
    if (tag.attribute("class")?.split(/\s+/).includes("observablehq--error")) {
      const from = html.indexOf("SyntaxError");
      problems.push(`${file}: ${from < 0 ? "error on the page" : html.slice(from, html.indexOf("<", from))}`);
    }
    if (name === "script") problems.push(...checkCode(file, text));
  }
  return problems;
}

const foreignCode =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|@import\s+(?:url\()?\s*|\burl\(\s*)["']?((?:https?:)?\/\/[^"')\s]+)/g;

function checkCode(file: string, code: string): string[] {
  return Array.from(code.matchAll(foreignCode), ([, address]) => `${file}: another host: ${address}`);
}
