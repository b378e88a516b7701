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
    return Buffer.from(setDates(pdf.toString("latin1"), day), "latin1");
  } finally {
    await browser.close();
  }
}

/** Dates of the same length: the document's own table of places stays right. */
function setDates(pdf: string, day: string): string {
  return pdf.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, `/$1 (D:${day.replaceAll("-", "")}000000`);
}
