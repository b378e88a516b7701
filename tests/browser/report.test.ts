import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {plainBase} from "../site/plain-site.ts";
import {findViolations} from "./axe.ts";
import {findTestBrowser} from "./find-test-browser.ts";
import {type OpenSite, openPlainSite, openSite} from "./open-site.ts";

const chromium = await findTestBrowser();
const newest = "en/report/2026-04";

describe.skipIf(!chromium)(`below ${plainBase}`, {timeout: 60_000}, () => {
  let site: Awaited<ReturnType<typeof openPlainSite>>;
  beforeAll(async () => {
    site = await openPlainSite(chromium!);
  }, 240_000);
  afterAll(() => site?.close());

  it("the site is read from its first page to an older report in the other language", async () => {
    const {page, problems, go, close} = await site.visit();
    await go("");
    await page.waitForURL(/\/tr\/report\/2026-04\.html$/);
    await page.locator(".languages a[lang=en]").click();
    await page.waitForURL(/\/en\/report\/2026-04\.html$/);
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await page.locator("a[rel=prev]").first().click();
    await page.waitForURL(/\/en\/report\/2026-03\.html$/);
    expect(await page.locator(".dateline").textContent()).toContain("March 2026");
    await page.locator("a[rel=next]").first().click();
    await page.waitForURL(/\/en\/report\/2026-04\.html$/);
    for (const [name, address] of [
      ["Segments", "en/segments"],
      ["Explore", "en/explore"],
      ["Report", "en/report/2026-04"],
    ] as const) {
      await page.locator("header nav").first().getByRole("link", {name}).click();
      await page.waitForURL(`**${plainBase}${address}.html`);
    }
    await page.locator(".wordmark").click();
    await page.waitForURL(`**${plainBase}en/index.html`);
    expect(await page.getByRole("link", {name: /February|March/}).count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await close();
  });

  it("at an address that does not exist there is a way back", async () => {
    const {page, problems, go, close} = await site.visit();
    await go("tr/report/1999-01");
    await page.getByRole("link", {name: "English"}).click();
    await page.waitForURL(/\/en\/report\/2026-04\.html$/);
    expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
    await close();
  });
});

describe.skipIf(!chromium)("a report", {timeout: 60_000}, () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite(chromium!);
  }, 240_000);
  afterAll(() => site?.close());

  it("reads without scripts, the same", async () => {
    const withScripts = await site.visit();
    const without = await site.visit({javaScriptEnabled: false});
    const texts: string[] = [];
    for (const {page, go, problems, close} of [withScripts, without]) {
      await go(newest);
      expect(await page.locator("h1").isVisible()).toBe(true);
      expect(await page.locator("main svg:visible").count()).toBeGreaterThan(5);
      texts.push(...(await page.locator("main").allInnerTexts()));
      expect(problems).toEqual([]);
      await close();
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it.each(["light", "dark"] as const)(
    "in the %s theme is accessible",
    async (colorScheme) => {
      const {page, problems, go, close} = await site.visit({colorScheme});
      for (const path of [newest, "tr/report/2025-06"]) {
        await go(path);
        expect(await findViolations(page), path).toEqual([]);
      }
      expect(problems).toEqual([]);
      await close();
    },
    60_000,
  );

  it("is dark where the reader wants it: ground, text and drawings", async () => {
    const look = async (colorScheme: "light" | "dark") => {
      const {page, go, close} = await site.visit({colorScheme});
      await go(newest);
      const colours = await page.evaluate(() => {
        const ground = getComputedStyle(document.documentElement).backgroundColor;
        const body = getComputedStyle(document.body).backgroundColor;
        return [ground === "rgba(0, 0, 0, 0)" ? body : ground, getComputedStyle(document.querySelector("h1")!).color];
      });
      await close();
      return colours.map(luminance);
    };
    const [[lightGround, lightText], [darkGround, darkText]] = [await look("light"), await look("dark")];
    expect(lightGround).toBeGreaterThan(lightText! + 0.5);
    expect(darkText).toBeGreaterThan(darkGround! + 0.5);
  });

  it.each([
    [360, [newest, "tr/report/2026-03", "en/", "tr/segments", "en/explore"]],
    [320, ["tr/report/2026-03"]],
    [768, ["tr/report/2026-03", "tr/segments"]],
    [1600, ["tr/report/2026-03"]],
  ])("at %i px nothing but tables scrolls sideways", async (width, paths) => {
    const {page, problems, go, close} = await site.visit({viewport: {width, height: 800}});
    for (const path of paths) {
      await go(path);
      const overhang = await page.evaluate(() => {
        const {scrollWidth, clientWidth} = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(overhang, path).toBe(0);
    }
    expect(problems).toEqual([]);
    await close();
  });

  it.each([newest, "tr/report/2026-03"])("%s prints on two to six pages", async (path) => {
    const {page, go, close} = await site.visit();
    await go(path);
    const pdf = (await page.pdf({format: "A4"})).toString("latin1");
    const count = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(6);
    await close();
  });
});

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / (colour.startsWith("color(") ? 1 : 255);
}
