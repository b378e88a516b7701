import {relativePath, resolveLocalPath} from "@observablehq/framework/dist/path.js";
import {apply, type Edit} from "./edit-text.ts";
import {escapeHtml, scanTags} from "./html-tags.ts";
import type {LoaderOutput} from "./loader-output.ts";

/** What was taken out of pages, in order, by the path of the page: "/en/report/2026-10". */
export type Bodies = Map<string, string[]>;

const place = (i: number) => `<div data-body="${i}"></div>`;
/** Stands for the rest of a link, its end, and what follows. */
const placeInLink = (i: number) => `<i data-body="${i}"></i></a>`;

/**
 * Takes the body out of a page that is nothing but HTML, and leaves an empty element in its place; where it offers files,
 * the links to them stay, and of another page only its listings, tables and drawings go. Framework parses each page nine
 * times into a DOM and finds nothing to do in there besides links: 0.2 s a report. Pages with code or Markdown, and other
 * outputs, stay as they are.
 */
export function liftBody({path: file, contents}: LoaderOutput, bodies: Bodies): LoaderOutput {
  if (!file.endsWith(".md")) return {path: file, contents};
  const source = contents.toString();
  const start = /^---\n[\s\S]*?\n---\n/.exec(source)?.[0].length ?? 0;
  const body = source.slice(start);
  const path = `/${file.slice(0, -".md".length)}`;
  const lifted: string[] = [];
  const lift = (html: string, placed = place) => placed(lifted.push(html) - 1);
  const [first = "", ...rest] = body.trimEnd().split(download);
  const remaining = isPlainHtml([first, ...rest.filter((_, i) => i % 2)].join(""))
    ? `${[
        lift(resolveLinks(first, path)),
        ...rest.map((text, i) => (i % 2 ? lift(resolveLinks(text, path), placeInLink) : text)),
      ].join("")}\n`
    : body.replace(part, (html) => (handled.test(html) ? html : lift(html)));
  if (lifted.length === 0) return {path: file, contents};
  bodies.set(path, lifted);
  return {path: file, contents: source.slice(0, start) + remaining};
}

/** Puts what was taken out back into the page that Framework made. */
export function restoreBody(html: string, lifted: readonly string[] = []): string {
  const edits = lifted.map((text, i) => {
    const found = [place(i), placeInLink(i)].find((placed) => html.includes(placed));
    if (!found) throw new Error("missing the place of its body");
    const start = html.indexOf(found);
    return {start, end: start + found.length, text};
  });
  return apply(html, edits);
}

/** The start of a link that offers a file. */
const download = /(<a\s[^>]*\sdownload\b[^>]*>)/;

/** Listings, tables and drawings without links. */
const part = /<(pre|table|svg)[\s>](?:(?!<a\s|<\1[\s>])[\s\S])*?<\/\1>/g;

/** What Framework, given HTML, adds to or resolves: code, files, highlighting, anchors of headings, its own elements. */
export const handled =
  /\$\{|<(?:script|link|base|img|audio|video|source|picture|observablehq-)|\sdownload\b|\slanguage-|"language-|<h[1-4]\s[^>]*\bid=|<!--/i;

/** Whether Markdown passes it on as it is, as one block of HTML, and Framework has nothing to do with it but its links. */
const isPlainHtml = (body: string) =>
  /^<(?:article|div|main|section)[\s>]/.test(body) && !/\n[ \t]*\n[ \t]*\S/.test(body) && !handled.test(body);

/** Makes links to pages relative, so that they hold under any base path, and has other sites open in a tab of their own. */
export function resolveLinks(html: string, path: string): string {
  const edits: Edit[] = [];
  for (const tag of scanTags(html)) {
    const href = tag.name === "a" ? tag.attribute("href") : undefined;
    if (href === undefined || href.startsWith("#")) continue;
    const resolved = resolveLink(href, path);
    const isElsewhere = /^https?:/i.test(href);
    const added = isElsewhere && !tag.attributes.has("target") ? ' target="_blank" rel="noopener noreferrer"' : "";
    const {start, end} = tag;
    const text = html
      .slice(start, end)
      .replace(/\shref=(?:"[^"]*"|'[^']*'|[^\s>]+)/i, () => ` href="${escapeHtml(resolved)}"${added}`);
    edits.push({start, end, text});
  }
  return apply(html, edits);
}

function resolveLink(href: string, path: string): string {
  const [, pathname = "", rest = ""] = /^([^?#]*)([\s\S]*)$/.exec(href)!;
  const target = resolveLocalPath(path, pathname);
  if (target === null) return href;
  return relativePath(path, target.replace(/\.html$/, "").replace(/\/index$/, "/")) + rest;
}
