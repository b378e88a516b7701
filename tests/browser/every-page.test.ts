import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {BasketRuleRow} from "../../src/components/baskets/basket-rows.ts";
import {pageGroups} from "../../src/components/site-pages.ts";
import {arrowRows} from "../site/arrow-rows.ts";
import {readText} from "../site/project-copy.ts";
import {findViolations} from "./axe.ts";
import {findTestBrowser} from "./find-test-browser.ts";
import {type OpenSite, openSite} from "./open-site.ts";

const chromium = await findTestBrowser();
const names = pageGroups.flatMap(({pages}) => [...pages]);
const pages = ["", ...names].map((name, i) => `${i % 2 ? "en" : "tr"}/${name}`);

describe.skipIf(!chromium)("every page", {timeout: 60_000}, () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite(chromium!);
  }, 240_000);
  afterAll(() => site?.close());

  it.each(pages)("%s is accessible in both themes, asks nobody else, and fits a phone", async (path) => {
    const {page, problems, go, close} = await site.visit();
    await go(path);
    expect(await page.locator("h1").count()).toBe(1);
    await page.emulateMedia({colorScheme: "light"});
    expect(await findViolations(page)).toEqual([]);
    // Of what axe looks at, a theme changes colours alone.
    await page.emulateMedia({colorScheme: "dark"});
    expect(await findViolations(page, ["color-contrast"])).toEqual([]);
    await page.setViewportSize({width: 360, height: 740});
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    expect(problems).toEqual([]);
    await close();
  });

  it("rules are chosen and sorted from the keyboard", async () => {
    const {page, problems, go, close} = await site.visit();
    await go("en/rules");
    const rules = arrowRows<BasketRuleRow>(site.data, "basket-rules");
    const chosen = rules.filter(({basis, level}) => basis === "customers" && level === "category");
    await page.getByLabel("Level").selectOption("category");
    await page.getByLabel("Things bought").selectOption("");
    await page.getByLabel("Redundant ones too").press("Space");
    await page.getByRole("button", {name: "Together"}).press("Enter");
    const counts = await page.locator(".rules-explorer tbody td:nth-child(2)").allInnerTexts();
    expect(counts[0]).toBe(String(Math.max(...chosen.map(({count}) => count))));
    expect(await page.locator(".rules-explorer output").textContent()).toBe(
      `${chosen.length} of ${chosen.length} rules`,
    );
    await page.getByLabel("Name contains").fill("no such thing");
    expect(await page.getByText("No such rule.").isVisible()).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("reads the same in the other language, link by link", async () => {
    const {page, problems, go, close} = await site.visit();
    await go("tr/segments");
    await page.locator(".languages a[lang=en]").click();
    await page.waitForURL(/\/en\/segments\.html$/);
    expect(await page.getAttribute("html", "lang")).toBe("en");
    for (const name of names)
      expect(readText(site.site, `tr/${name}.html`), name).toContain(`<a href="../en/${name}.html" lang="en"`);
    expect(problems).toEqual([]);
    await close();
  });
});
