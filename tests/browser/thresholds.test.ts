import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {countSegments} from "../../src/components/thresholds/count-segments.ts";
import type {RecencyFrequencyRow} from "../../src/components/thresholds/threshold-rows.ts";
import {arrowRows} from "../site/arrow-rows.ts";
import {findViolations} from "./axe.ts";
import {findTestBrowser} from "./find-test-browser.ts";
import {type OpenSite, openSite} from "./open-site.ts";

const chromium = await findTestBrowser();

describe.skipIf(!chromium)("the threshold finder", {timeout: 60_000}, () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite(chromium!);
  }, 240_000);
  afterAll(() => site?.close());

  it("counts the segments anew for an edge that the keyboard moves", async () => {
    const {page, problems, go, close} = await site.visit();
    await go("en/thresholds");
    const slider = page.getByLabel("Score 2 up to");
    await slider.press("End");
    const sizes = countSegments(arrowRows<RecencyFrequencyRow>(site.data, "recency-frequency"), [30, 60, 90, 1e4]);
    const champions = await page.locator(".threshold-finder tbody tr").first().locator("td").allInnerTexts();
    const hibernating = await page.locator(".threshold-finder tbody tr").last().locator("td").allInnerTexts();
    expect(champions[1]!.replace(",", "")).toBe(String(sizes.get("champions") ?? 0));
    expect(hibernating[1]!.replace(",", "")).toBe(String(sizes.get("hibernating") ?? 0));
    expect(await findViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it.each(["tr/thresholds", "en/profile", "tr/census"])("%s reads without scripts, and is accessible", async (path) => {
    const still = await site.visit({javaScriptEnabled: false});
    await still.go(path);
    expect(await still.page.locator("h1").textContent()).toMatch(/\w/);
    expect(await still.page.locator("main table").count()).toBeGreaterThan(2);
    expect(still.problems).toEqual([]);
    await still.close();
    const dark = await site.visit({colorScheme: "dark"});
    await dark.go(path);
    expect(await findViolations(dark.page)).toEqual([]);
    await dark.close();
  });
});
