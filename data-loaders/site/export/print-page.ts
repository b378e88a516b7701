import {chromium} from "playwright-core";
import {findChromium} from "./find-chromium.ts";
import {standalonePage} from "./standalone-page.ts";

/**
 * Prints a page of a built site: A4, as its style sheet for print has it, without links to other pages.
 *
 * @param site the site's folder
 * @param path the page, `/tr/report/2026-10`
 * @param day what the document says it was made on, `2026-10-31`: the same page gives the same bytes on any day
 * @returns the PDF
 * @throws UserError where no browser starts
 */
export async function printPage(site: string, path: string, day: string): Promise<Buffer> {
  const html = await standalonePage(site, path);
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage({colorScheme: "light"});
    await page.setContent(html, {waitUntil: "load"});
    await page.evaluate("document.fonts.ready");
    const pdf = await page.pdf({format: "A4", printBackground: true, preferCSSPageSize: true, tagged: true});
    return Buffer.from(numberTags(setDates(pdf.toString("latin1"), day)), "latin1");
  } finally {
    await browser.close();
  }
}

/** Dates of the same length: the document's own table of places stays right. */
function setDates(pdf: string, day: string): string {
  return pdf.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, `/$1 (D:${day.replaceAll("-", "")}000000`);
}

/**
 * Tags are named after the browser's accessibility tree, whose numbers go on from nodes that were there before the
 * page had its layout: as many as time allowed. Counted from one in their own order they name the same tags.
 */
function numberTags(pdf: string): string {
  const tag = /\(node\d{8}\)/g;
  const names = [...new Set(pdf.match(tag))].sort();
  const numbers = new Map(names.map((name, i) => [name, `(node${String(i + 1).padStart(8, "0")})`]));
  return pdf.replace(tag, (name) => numbers.get(name)!);
}
