import {pageFile} from "./file-links.ts";
import {escapeHtml} from "./html-tags.ts";
import {staticPage} from "./static-page.ts";

const names: Record<string, string> = {tr: "Türkçe", en: "English"};

const missing: Record<string, string> = {
  tr: "Bu sayfa yok: adres yanlış ya da sayfa taşındı.",
  en: "There is no such page: the address is wrong, or the page has moved.",
};

/**
 * Returns the page at `/`: a link to each language's first page, and a turn to the first of them, without a script.
 * Its addresses are relative, so it works below any base path.
 */
export function homePage(title: string, home: Record<string, string>): string {
  const links = listLinks(home, ".");
  const alternates = links.map(({lang, href}) => `<link rel="alternate" hreflang="${lang}" href="${href}">`);
  const [first] = links;
  const turn = first ? [`<meta http-equiv="refresh" content="0; url=${first.href}">`] : [];
  return staticPage(title, first?.lang ?? "en", [...turn, ...alternates], languageList(links));
}

/** Returns the page for an address that leads nowhere; it may be served at any depth, so its links start at the base path. */
export function notFoundPage(title: string, home: Record<string, string>, basePath: string): string {
  const links = listLinks(home, basePath.slice(0, -1));
  const sentences = links.map(({lang}) => `<p lang="${lang}">${escapeHtml(missing[lang] ?? missing.en!)}</p>`);
  return staticPage(title, links[0]?.lang ?? "en", [], `${sentences.join("\n")}\n${languageList(links)}`);
}

interface Link {
  lang: string;
  href: string;
}

function listLinks(home: Record<string, string>, base: string): Link[] {
  return Object.entries(home).map(([lang, path]) => ({
    lang: escapeHtml(lang),
    href: escapeHtml(`${base}${pageFile(path)}`),
  }));
}

function languageList(links: Link[]): string {
  const items = links.map(
    ({lang, href}) =>
      `<li><a href="${href}" hreflang="${lang}" lang="${lang}">${escapeHtml(names[lang] ?? lang)}</a></li>`,
  );
  return `<ul>\n${items.join("\n")}\n</ul>`;
}
