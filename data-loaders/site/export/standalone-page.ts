import {readFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {parseHTML} from "linkedom";
import {contentType} from "../content-types.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'";

/**
 * A page of a built site as one file that opens from anywhere, an attachment of a mail for example: styles and fonts in
 * it, no script, no links to other pages.
 *
 * @param site the site's folder
 * @param path the page, `/tr/report/2026-10`
 */
export async function standalonePage(site: string, path: string): Promise<string> {
  const file = join(site, `${path}.html`);
  const {document} = parseHTML(await readFile(file, "utf8"));
  for (const element of document.querySelectorAll(
    'script, link[rel="modulepreload"], link[rel="preload"], link[rel="alternate"], #observablehq-header, nav',
  ))
    element.remove();
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
    const from = resolve(dirname(file), link.getAttribute("href")!);
    const style = document.createElement("style");
    style.textContent = await embedFiles(await readFile(from, "utf8"), dirname(from));
    link.replaceWith(style);
  }
  for (const style of document.querySelectorAll("style"))
    style.textContent = await embedFiles(style.textContent!, dirname(file));
  for (const image of document.querySelectorAll("img[src]"))
    image.setAttribute("src", await embed(image.getAttribute("src")!, dirname(file)));
  for (const anchor of document.querySelectorAll("a[href]"))
    if (!/^(#|https?:|mailto:)/.test(anchor.getAttribute("href")!)) anchor.replaceWith(...anchor.childNodes);
  document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.setAttribute("content", policy);
  return `${document.toString()}\n`;
}

async function embedFiles(css: string, folder: string): Promise<string> {
  const urls = [...css.matchAll(/url\((["']?)([^"')]+)\1\)/g)];
  const embedded = await Promise.all(urls.map(([, , url]) => embed(url!, folder)));
  let i = 0;
  return css.replace(/url\((["']?)([^"')]+)\1\)/g, () => `url("${embedded[i++]}")`);
}

async function embed(url: string, folder: string): Promise<string> {
  if (/^(data:|#)/.test(url)) return url;
  const bytes = await readFile(resolve(folder, url));
  return `data:${contentType(url).split(";")[0]};base64,${bytes.toString("base64")}`;
}
