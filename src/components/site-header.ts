import {parseLanguage} from "./language.ts";
import {type Markup, markup, raw} from "./markup.ts";
import {getMessages, type Messages} from "./messages.ts";
import type {Month} from "./month.ts";

export interface SiteHeaderOptions {
  /** The page's path without base, as Framework names it: `/tr/report/2026-10`, `/en/index`. */
  path: string;
  lang: string;
  languages: readonly string[];
  /** Where the report link goes; without it the link goes to the list of reports. */
  newestMonth?: Month | undefined;
  /** Words that differ from the catalogue's. */
  labels?: Partial<Pick<Messages, "siteTitle" | "navReport" | "navSegments" | "navExplore">>;
}

/**
 * The header of every page: skip link, pages, and the same page in the other languages. Links are absolute; Framework
 * makes them relative to the page, so they hold under any base path.
 */
export function siteHeader({path, lang, languages, newestMonth, labels}: SiteHeaderOptions): string {
  const t = {...getMessages(parseLanguage(lang), "TRY"), ...labels};
  const page = path.replace(/^\/[^/]+/, "").replace(/\/index$/, "/");
  const isTranslated = languages.includes(path.split("/")[1] ?? "");
  const pages: [string, string, string][] = [
    [newestMonth ? `/report/${newestMonth}` : "/", "/report/", t.navReport],
    ["/segments", "/segments", t.navSegments],
    ["/explore", "/explore", t.navExplore],
  ];
  return markup`<a class="skip" href="#observablehq-main">${t.skipToContent}</a>
<a class="wordmark" href="/${lang}/">${t.siteTitle}</a>
<nav aria-label="${t.navigation}">${pages.map(
    ([href, section, text]) =>
      markup`<a href="/${lang}${href}"${isTranslated && page.startsWith(section) && raw(' aria-current="page"')}>${text}</a>`,
  )}</nav>
<nav class="languages" aria-label="${t.languages}">${languages.map((other) => languageLink(other, other === lang, isTranslated ? page : "/"))}</nav>`
    .html;
}

function languageLink(lang: string, isCurrent: boolean, page: string): Markup {
  const name = getMessages(parseLanguage(lang), "TRY").languageName;
  return markup`<a href="/${lang}${page || "/"}" lang="${lang}" hreflang="${lang}"${isCurrent && raw(' aria-current="true"')}>${name}</a>`;
}
