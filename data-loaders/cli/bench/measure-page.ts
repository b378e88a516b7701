import {readFileSync} from "node:fs";
import {join} from "node:path";
import {brotliCompressSync} from "node:zlib";
import {chromium} from "playwright-core";
import {findChromium} from "../../site/export/find-chromium.ts";
import {serveStatic} from "../../site/serve-static.ts";
import {round} from "./run-command.ts";

/** What opening a page takes, in a fresh profile on this machine. */
export interface PageFigures {
  /** Brotli kilobytes of the page, its blocking styles and its fonts. */
  aboveFoldKb: number;
  /** Brotli kilobytes of everything that is asked for until nothing more is. */
  untilIdleKb: number;
  requests: number;
  /** Milliseconds from the request until the headline is painted. */
  headlineMs: number;
}

/**
 * Opens a page of a built site in Chromium.
 *
 * @param site the site's folder
 * @param path the page, `/tr/report/2026-10`
 */
export async function measurePage(site: string, path: string): Promise<PageFigures> {
  const server = await serveStatic(site, {port: 0});
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage({viewport: {width: 1280, height: 900}});
    const asked: {kind: string; bytes: number}[] = [];
    page.on("response", (response) => {
      const {pathname, protocol} = new URL(response.url());
      if (protocol === "http:") asked.push({kind: response.request().resourceType(), bytes: sizeOf(site, pathname)});
    });
    await page.goto(server.url.replace(/\/$/, "") + path, {waitUntil: "networkidle"});
    const painted = (await page.evaluate(
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0",
    )) as number;
    const isAboveFold = ({kind}: {kind: string}) => ["document", "stylesheet", "font"].includes(kind);
    const kilobytes = (files: typeof asked) => round(files.reduce((sum, {bytes}) => sum + bytes, 0) / 1000);
    return {
      aboveFoldKb: kilobytes(asked.filter(isAboveFold)),
      untilIdleKb: kilobytes(asked),
      requests: asked.length,
      headlineMs: Math.round(painted),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

function sizeOf(site: string, pathname: string): number {
  const file = join(site, decodeURIComponent(pathname));
  const contents = readFileSync(/\.\w+$/.test(file) && !/\/\d{4}-\d{2}$/.test(file) ? file : `${file}.html`);
  return /\.(woff2|png|br)$/.test(file) ? contents.length : brotliCompressSync(contents).length;
}
