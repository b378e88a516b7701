import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {getFormat} from "../../src/components/format.ts";
import type {SegmentRow, SegmentSizeRow} from "../../src/components/segment-rows.ts";
import {arrowRows} from "../site/arrow-rows.ts";
import {findViolations} from "./axe.ts";
import {findTestBrowser} from "./find-test-browser.ts";
import {type OpenSite, openSite} from "./open-site.ts";

const chromium = await findTestBrowser();

describe.skipIf(!chromium)("the segments", {timeout: 60_000}, () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite(chromium!);
  }, 240_000);
  afterAll(() => site?.close());

  it.each(["tr", "en"] as const)("are those of the newest month, in order (%s)", async (lang) => {
    const {page, problems, go, close} = await site.visit({javaScriptEnabled: false});
    await go(`${lang}/segments`);
    const f = getFormat(lang, site.manifest.shop.currency);
    const newest = site.manifest.months.at(-1);
    const sizes = new Map(
      arrowRows<Omit<SegmentSizeRow, "month"> & {month: string}>(site.data, "segment-sizes")
        .filter((row) => row.month === newest)
        .map((row) => [row.segment, row.customers]),
    );
    const segments = arrowRows<SegmentRow>(site.data, "segments").filter(({kind}) => kind === "segment");
    const expected = segments.map((row) => [
      (lang === "tr" ? row.label_tr : row.label_en).replaceAll("'", "’"),
      f.integer(sizes.get(row.key)!),
    ]);
    const shown = await page
      .locator(".profile tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => Array.from(row.children, (cell) => cell.textContent!.trim()).slice(0, 2)),
      );
    expect(shown).toEqual(expected);
    const cards = await page.locator(".segment-card h3").allInnerTexts();
    expect(cards).toEqual(expected.map(([label]) => label));
    expect(problems).toEqual([]);
    await close();
  });

  it.each(["light", "dark"] as const)(
    "are accessible in the %s theme",
    async (colorScheme) => {
      const {page, problems, go, close} = await site.visit({colorScheme});
      await go("en/segments");
      await page.locator("details summary").first().click();
      expect(await findViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    },
    60_000,
  );
});
