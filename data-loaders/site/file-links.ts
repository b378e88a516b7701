import type {Edit} from "./edit-text.ts";
import {escapeHtml, type Tag} from "./html-tags.ts";

const origin = "http://site";

/**
 * Lets links to pages name the pages' files (`report/2026-10` → `report/2026-10.html`, `../tr/` → `../tr/index.html`):
 * buckets and folders on a disk know no other address. Links to anything that is no page stay as they are.
 *
 * @param tags of the page
 * @param path of the page, and `pages` of all of them, without `.html`: "/en/report/2026-10", "/en/index"
 */
export function nameFiles(html: string, tags: Iterable<Tag>, path: string, pages: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = [];
  for (const tag of tags) {
    const {start, end} = tag;
    const href = tag.name === "a" ? tag.attribute("href") : undefined;
    if (href === undefined || /^(?:[a-z][\w+.-]*:|\/\/|#)/i.test(href)) continue;
    const [, address = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(href)!;
    const {pathname} = new URL(address, `${origin}${path}`);
    const isFolder = pathname.endsWith("/");
    const page = decodeURIComponent(isFolder ? `${pathname}index` : pathname);
    if (address === "" || !pages.has(page)) continue;
    const file = `${isFolder && !address.endsWith("/") ? `${address}/` : address}${isFolder ? "index" : ""}.html`;
    edits.push({
      start,
      end,
      text: html.slice(start, end).replace(hrefValue, () => ` href="${escapeHtml(file + rest)}"`),
    });
  }
  return edits;
}

/** The file of the page at a path: "/en/" is "/en/index.html". */
export const pageFile = (path: string) => `${path.endsWith("/") ? `${path}index` : path}.html`;

const hrefValue = /\shref\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)/i;
