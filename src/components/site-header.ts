import {parseLanguage} from "./language.ts";
import {type Markup, markup, raw} from "./markup.ts";
import {getMessages} from "./messages.ts";
import type {Month} from "./month.ts";
import {pageGroups} from "./site-pages.ts";

export interface SiteHeaderOptions {
  /** The page's path without base, as Framework names it: `/tr/report/2026-10`, `/en/index`. */
  path: string;
  lang: string;
  languages: readonly string[];
  /**
   * Where the report link goes; without it, and on a report, the link goes to the list of reports: a month's page stays the
   * same, byte for byte, when another month is published.
   */
  newestMonth?: Month | undefined;
}

/**
 * The header of every page: skip link, groups of pages, the pages of this one's group, and the same page in the other
 * languages. Links are absolute; Framework makes them relative to the page, so they hold under any base path.
 */
export function siteHeader({path, lang, languages, newestMonth}: SiteHeaderOptions): string {
  const t = getMessages(parseLanguage(lang), "TRY");
  const isTranslated = languages.includes(path.split("/")[1] ?? "");
  const page = path.replace(/^\/[^/]+\//, "").replace(/^index$/, "");
  const current = isTranslated ? pageGroups.find(({pages}) => pages.some((name) => name === page)) : undefined;
  const isReport = isTranslated && page.startsWith("report/");
  const link = (to: string, text: string, isCurrent: boolean) =>
    markup`<a href="/${lang}/${to}"${isCurrent && raw(' aria-current="page"')}>${text}</a>`;
  return markup`<a class="skip" href="#observablehq-main">${t.skipToContent}</a>
<a class="wordmark" href="/${lang}/">${t.siteTitle}</a>
<nav aria-label="${t.navigation}">${link(newestMonth && !isReport ? `report/${newestMonth}` : "", t.navReport, isReport)}${pageGroups.map(
    (group) => link(group.pages[0], t.groupNames[group.key], group === current),
  )}</nav>
<nav class="languages" aria-label="${t.languages}">${languages.map((other) => languageLink(other, other === lang, isTranslated ? `/${page}` : "/"))}</nav>
${current && current.pages.length > 1 && markup`<nav class="group" aria-label="${t.groupNames[current.key]}">${current.pages.map((name) => link(name, t.pageNames[name], name === page))}</nav>`}`
    .html;
}

function languageLink(lang: string, isCurrent: boolean, page: string): Markup {
  const name = getMessages(parseLanguage(lang), "TRY").languageName;
  return markup`<a href="/${lang}${page}" lang="${lang}" hreflang="${lang}"${isCurrent && raw(' aria-current="true"')}>${name}</a>`;
}
