import {join, resolve} from "node:path";
import {fontFaces} from "./font-faces.ts";
import {iconLink} from "./icon.ts";
import {listPagePaths} from "./list-page-paths.ts";
import {maybeManifest} from "./published-manifest.ts";

/** Renders navigation and language switch for the page at a path. */
export type SiteHeader = (options: {
  path: string;
  lang: string;
  languages: string[];
  newestMonth: string | undefined;
}) => string;

export interface SiteOptions {
  projectRoot: string;
  /** The folder of pages, by its path from the working directory (default "src"). */
  root?: string;
  title?: string;
  siteHeader?: SiteHeader | undefined;
}

/**
 * Returns Framework's configuration for the site: SQL and TypeScript loaders through our runner, no CDN, no sidebar,
 * header and dynamic pages by the published manifest.
 */
export function siteConfig({projectRoot, root = "src", title = "Müdavim", siteHeader}: SiteOptions) {
  const cacheDir = join(resolve(root), ".observablehq/cache");
  const languages = () => maybeManifest(cacheDir)?.shop.languages ?? ["tr", "en"];
  const months = () => maybeManifest(cacheDir)?.months ?? [];
  const runner = join(projectRoot, "data-loaders/cli");
  const interpreter = [
    "node",
    "--no-warnings",
    "--import",
    join(runner, "register.mjs"),
    join(runner, "run-loader.ts"),
  ];
  return {
    root,
    title,
    style: "style.css",
    globalStylesheets: [],
    pages: [],
    sidebar: false,
    toc: false,
    pager: false,
    search: false,
    interpreters: {".sql": interpreter, ".ts": interpreter},
    // Extensions would be fetched when the client starts; leave the platforms alone, the client needs both.
    duckdb: {extensions: {json: null, parquet: null}},
    head: ({path}: {path: string}) => iconLink + fontFaces(cacheDir, path),
    header: ({path}: {path: string}) =>
      siteHeader?.({
        path,
        lang: pathLanguage(path, languages()),
        languages: languages(),
        newestMonth: months().at(-1),
      }) ?? "",
    // The default footer prints today's date.
    footer: title,
    async *dynamicPaths() {
      yield* await listPagePaths(root, {languages: languages(), months: months()});
    },
  };
}

/** Returns the language that a path starts with (`/tr/report/2026-10`), or the first language of the site. */
export function pathLanguage(path: string, languages: string[]): string {
  const segment = path.split("/")[1] ?? "";
  return languages.includes(segment) ? segment : (languages[0] ?? "en");
}
