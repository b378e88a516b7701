import {contentPolicy} from "./content-policy.ts";
import {apply, type Edit} from "./edit-text.ts";
import {nameFiles, pageFile} from "./file-links.ts";
import {relativeTo} from "./font-faces.ts";
import {escapeHtml, scanTags, type Tag} from "./html-tags.ts";

export interface PageOptions {
  /** The page's path in the site, without `.html`: "/en/report/2026-10". */
  path: string;
  lang: string;
  /** The same page in every language that has it, by language, with the page itself. */
  translations: Map<string, string>;
  /** The paths of all pages, as the page's own. */
  pages: ReadonlySet<string>;
  /** Fonts to fetch at once, by their path in the site. */
  fonts: string[];
  /** The script that checks data files, by its path in the site. */
  integrityScript: string;
}

export interface FinishedPage {
  html: string;
  policy: string;
}

/**
 * Mends a page that Framework built: language, zoom, content policy, translations, links, fonts, data check, and no date in
 * the footer. Pure: text in, text and policy out.
 */
export function finishPage(
  html: string,
  {path, lang, translations, pages, fonts, integrityScript}: PageOptions,
): FinishedPage {
  const edits: Edit[] = [];
  const tags = Array.from(scanTags(html));
  const first = (test: (tag: Tag) => boolean, what: string) => {
    const tag = tags.find(test);
    if (!tag) throw new Error(`missing ${what}`);
    return tag;
  };
  const charset = first((t) => t.name === "meta" && t.attribute("charset") !== undefined, "meta charset");
  const viewport = first((t) => t.attribute("name") === "viewport", "meta viewport");
  const module = first((t) => t.name === "script" && t.attribute("type") === "module", "module script");
  const href = (file: string) => escapeHtml(relativeTo(path, file));

  edits.push(
    replace(
      first((t) => t.name === "html", "html element"),
      `<html lang="${escapeHtml(lang)}">`,
    ),
  );
  edits.push(replace(viewport, '<meta name="viewport" content="width=device-width, initial-scale=1">'));
  const links = fonts.map((f) => `<link rel="preload" as="font" type="font/woff2" href="${href(f)}" crossorigin>`);
  if (translations.size > 1) {
    for (const [language, translation] of translations) {
      links.push(`<link rel="alternate" hreflang="${escapeHtml(language)}" href="${href(pageFile(translation))}">`);
    }
  }
  if (links.length) edits.push({start: viewport.end, end: viewport.end, text: `\n${links.join("\n")}`});
  if (html.includes(".arrow")) {
    // Deferred scripts and modules run in the order of the document: this one before any that fetches.
    const script = `<script defer src="${href(integrityScript)}"></script>\n`;
    edits.push({start: module.start, end: module.start, text: script});
  }
  edits.push(...nameFiles(html, tags, path, pages));
  const finished = apply(html, edits).replace(defaultFooter, "");
  const policy = contentPolicy(finished);
  const meta = `\n<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`;
  const head = finished.indexOf(html.slice(charset.start, charset.end)) + charset.end - charset.start;
  return {html: finished.slice(0, head) + meta + finished.slice(head), policy};
}

const defaultFooter =
  /\n<footer id="observablehq-footer">\n<div>Built with <a href="https:\/\/observablehq[\s\S]*?<\/footer>/;

const replace = ({start, end}: Tag, text: string): Edit => ({start, end, text});
