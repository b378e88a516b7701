import {copyFile, mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {UserError} from "../user-error.ts";
import {finishPage} from "./finish-page.ts";
import {homePage, notFoundPage} from "./home-page.ts";
import {hostFiles} from "./host-files.ts";
import {integrityScript} from "./integrity-script.ts";
import {type Bodies, restoreBody} from "./lift-body.ts";
import {type Frames, restoreFrame} from "./lift-frame.ts";
import {listFiles} from "./list-files.ts";
import {pathLanguage} from "./site-config.ts";
import type {VendoredFont} from "./vendored.ts";

export interface FinishOptions {
  /** The languages of the site; the first is that of pages outside any language's folder. */
  languages: string[];
  /** Each language's first page, for the page at `/`. */
  home: Record<string, string>;
  /** Where the site is served. */
  basePath: string;
  title?: string;
  fonts: VendoredFont[];
  /** What to put back into pages. */
  bodies: Bodies;
  frames: Frames;
  /** The cache that holds the fonts. */
  libraryCache: string;
}

/** Completes a site that Framework built, in place: what Framework has no hook for. */
export async function finishSite(site: string, options: FinishOptions): Promise<void> {
  const {languages, home, basePath, title = "Müdavim", fonts, libraryCache, bodies, frames} = options;
  for (const {path} of fonts) {
    await mkdir(dirname(join(site, path)), {recursive: true});
    await copyFile(join(libraryCache, path), join(site, path));
  }
  const files = await listFiles(site);
  const dataFiles = files.filter((file) => /^_file\/.*\.arrow$/.test(file));
  const script = await integrityScript(
    site,
    dataFiles.map((file) => file.slice("_file/".length)),
  );
  await writeFile(join(site, script.path), script.contents);

  const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith("_"));
  const paths = new Set(pages.map(pagePath));
  const policies = new Set<string>();
  for (const page of pages) {
    const path = pagePath(page);
    const file = join(site, page);
    try {
      const built = restoreFrame(restoreBody(await readFile(file, "utf8"), bodies.get(path)), frames[path]);
      const {html, policy} = finishPage(built, {
        path,
        lang: pathLanguage(path, languages),
        pages: paths,
        translations: findTranslations(path, languages, paths),
        fonts: fonts.map((font) => font.path),
        integrityScript: script.path,
      });
      policies.add(policy);
      await writeFile(file, html);
    } catch (error) {
      throw new UserError(`${page}: ${(error as Error).message}`, {cause: error});
    }
  }
  const others: Record<string, string> = {".nojekyll": "", ...hostFiles([...policies].sort(), basePath)};
  if (!paths.has("/index")) others["index.html"] = homePage(title, home);
  if (!paths.has("/404")) others["404.html"] = notFoundPage(title, home, basePath);
  for (const [file, contents] of Object.entries(others)) await writeFile(join(site, file), contents);
}

const pagePath = (file: string) => `/${file.slice(0, -".html".length)}`;

function findTranslations(path: string, languages: string[], paths: Set<string>): Map<string, string> {
  const [, language = "", ...rest] = path.split("/");
  if (!languages.includes(language)) return new Map();
  const candidates = languages.map((other) => [other, ["", other, ...rest].join("/")] as const);
  return new Map(
    candidates
      .filter(([, candidate]) => paths.has(candidate))
      .map(([other, candidate]) => [other, candidate.replace(/\/index$/, "/")]),
  );
}
