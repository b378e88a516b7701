import {relativePath, resolveLocalPath} from "@observablehq/framework/dist/path.js";
import {apply, type Edit} from "./edit-text.ts";
import {escapeHtml, scanTags} from "./html-tags.ts";
import type {LoaderOutput} from "./loader-output.ts";

/** Bodies that were taken out of pages, by the path of the page: "/en/report/2026-10". */
export type Bodies = Map<string, string>;

const place = '<div data-body=""></div>';

/**
 * Takes the body out of a page that is nothing but HTML, and leaves an empty element in its place. Framework parses each
 * page nine times into a DOM and finds nothing to do in such a body besides its links: 0.2 s a report. Pages with code,
 * Markdown or files, and other outputs, stay as they are.
 */
export function liftBody({path: file, contents}: LoaderOutput, bodies: Bodies): LoaderOutput {
  if (!file.endsWith(".md")) return {path: file, contents};
  const source = contents.toString();
  const start = /^---\n[\s\S]*?\n---\n/.exec(source)?.[0].length ?? 0;
  const body = source.slice(start);
  if (!isPlainHtml(body)) return {path: file, contents};
  const path = `/${file.slice(0, -".md".length)}`;
  bodies.set(path, resolveLinks(body.trimEnd(), path));
  return {path: file, contents: `${source.slice(0, start)}${place}\n`};
}

/** Puts a body back into the page that Framework made. */
export function restoreBody(html: string, body: string | undefined): string {
  if (body === undefined) return html;
  const i = html.indexOf(place);
  if (i < 0) throw new Error("missing the place of its body");
  return html.slice(0, i) + body + html.slice(i + place.length);
}

/** What Framework, given HTML, adds to or resolves: code, files, highlighting, anchors of headings, its own elements. */
const handled =
  /\$\{|<(?:script|link|base|img|audio|video|source|picture|observablehq-)|\sdownload\b|\slanguage-|"language-|<h[1-4]\s[^>]*\bid=|<!--/i;

/** Whether Markdown passes it on as it is, as one block of HTML, and Framework has nothing to do with it but its links. */
const isPlainHtml = (body: string) =>
  /^<(?:article|div|main|section)[\s>]/.test(body) && !/\n[ \t]*\n[ \t]*\S/.test(body) && !handled.test(body);

/** Makes links to pages relative, so that they hold under any base path, and has other sites open in a tab of their own. */
function resolveLinks(html: string, path: string): string {
  const edits: Edit[] = [];
  for (const {name, attributes, start, end} of scanTags(html)) {
    const href = name === "a" ? attributes.get("href") : undefined;
    if (href === undefined || href.startsWith("#")) continue;
    const resolved = resolveLink(href, path);
    const isElsewhere = /^https?:/i.test(href);
    const added = isElsewhere && !attributes.has("target") ? ' target="_blank" rel="noopener noreferrer"' : "";
    const tag = html.slice(start, end);
    const text = tag.replace(/\shref=(?:"[^"]*"|'[^']*'|[^\s>]+)/i, () => ` href="${escapeHtml(resolved)}"${added}`);
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
