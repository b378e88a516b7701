import {relative} from "node:path/posix";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {listFiles} from "../../data-loaders/site/list-files.ts";
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

describe.skipIf(!chromium)("every page of a release", {timeout: 60_000}, () => {
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

  it("in both languages, of every month, asks nobody else, and breaks no policy of page or host", async () => {
    const visited = new Set(pages.map((page) => `${page.replace(/\/$/, "/index")}.html`));
    const files = await listFiles(site.releases);
    const rest = files.filter((file) => file.endsWith(".html") && !visited.has(file.replace(site.path, "")));
    expect(rest.filter((file) => file.includes("/report/"))).toHaveLength(24);
    expect(rest).toEqual(expect.arrayContaining(["index.html", "404.html", "latest/index.html"]));
    const policy = /Content-Security-Policy: (.*)/.exec(readText(site.releases, "_headers"))![1];
    const readers = Array.from({length: 3}, async () => {
      const {page, problems, go, close} = await site.visit();
      page.on("response", (response) => {
        if (/^http/.test(response.url()) && response.headers()["content-security-policy"] !== policy)
          problems.push(`no policy: ${response.url()}`);
      });
      for (let file = rest.pop(); file; file = rest.pop()) await go(relative(site.path, file));
      await close();
      return problems;
    });
    expect((await Promise.all(readers)).flat()).toEqual([]);
  });

  it("that asked somebody else, or broke its policy, would be found", async () => {
    const planted = `<img src="https://elsewhere.example/a.png"><script>window.ran = 1</script>`;
    const problemsOf = async (bypassCSP: boolean) => {
      const {page, problems, go, close} = await site.visit({bypassCSP});
      await page.route("https://elsewhere.example/**", (route) => route.abort("blockedbyclient"));
      await page.route("**/en/segments", async (route) => {
        const response = await route.fetch();
        await route.fulfill({response, body: (await response.text()).replace("</main>", `${planted}$&`)});
      });
      await go("en/segments");
      expect(await page.evaluate("window.ran")).toBe(bypassCSP ? 1 : undefined);
      await close();
      return problems.join("\n");
    };
    const forbidden = await problemsOf(false);
    expect(forbidden).toMatch(/^forbidden: img-src https:\/\/elsewhere\.example\/a\.png in .*\/en\/segments$/m);
    expect(forbidden).toMatch(/^forbidden: script-src-elem inline in .*\/en\/segments$/m);
    expect(forbidden).toMatch(/^error: .*Content Security Policy/m);
    expect(await problemsOf(true)).toContain("foreign: https://elsewhere.example/a.png");
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
