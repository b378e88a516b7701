import type {Tag} from "./html-tags.ts";

/** What a page links to within the site, and the places in it that can be linked to. */
export interface PageLinks {
  /** Addresses as written, resolved against the page: "/en/report/2026-10#moves". */
  links: Set<string>;
  anchors: Set<string>;
}

const origin = "http://site";

/** Lists the links of a page to pages and files of the site, itself included. */
export function listLinks(file: string, tags: Iterable<Tag>): PageLinks {
  const links = new Set<string>();
  const anchors = new Set<string>();
  for (const tag of tags) {
    const id = tag.attribute("id");
    if (id) anchors.add(id);
    const href = tag.name === "a" ? tag.attribute("href") : undefined;
    const url = href === undefined ? undefined : maybeUrl(href, `${origin}/${file}`);
    if (url?.origin === origin) links.add(url.pathname + url.hash);
  }
  return {links, anchors};
}

/** Lists the links that lead to no file, or to no place in a page; `page` and `folder/` are what a host makes of them. */
export function listBrokenLinks(pages: ReadonlyMap<string, PageLinks>, files: ReadonlySet<string>): string[] {
  const broken: string[] = [];
  for (const [file, {links}] of pages) {
    for (const link of links) {
      const [path = "", anchor] = link.slice(1).split("#").map(decodeURIComponent);
      const names = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
      const target = names.find((name) => files.has(name));
      const isThere = target !== undefined && (!anchor || (pages.get(target)?.anchors.has(anchor) ?? true));
      if (!isThere) broken.push(`${file}: broken link: ${link}`);
    }
  }
  return broken;
}

function maybeUrl(href: string, base: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}
