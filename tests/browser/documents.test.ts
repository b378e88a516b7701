import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {chromium as driver} from "playwright-core";
import {beforeAll, describe, expect, inject, it} from "vitest";
import {type PlainSite, plainSite} from "../site/plain-site.ts";
import {runCommand} from "../site/project-copy.ts";

import {findTestBrowser} from "./find-test-browser.ts";

const chromium = await findTestBrowser();

describe.skipIf(!chromium)("npm run report", {timeout: 60_000}, () => {
  const folder = join(inject("runFolder"), "documents");
  let plain: PlainSite;
  beforeAll(async () => {
    plain = await plainSite();
  }, 240_000);

  const report = (...args: string[]) => runCommand(plain.project, ["report", "--site", plain.site, ...args]);

  it("prints a month on two to four pages of A4, the same bytes each time", async () => {
    const files = ["one.pdf", "two.pdf"].map((name) => join(folder, name));
    for (const file of files) {
      const {code, stderr} = await report("--month", "2026-03", "--lang", "en", "--pdf", file);
      expect([code, stderr]).toEqual([0, expect.stringContaining(file)]);
    }
    const [one, two] = files.map((file) => readFileSync(file));
    expect(one!.equals(two!)).toBe(true);
    const pdf = one!.toString("latin1");
    expect(pdf).toContain(`/CreationDate (D:${plain.manifest.asOf.replaceAll("-", "")}000000`);
    expect(pdf.match(/\(node\d{8}\)/g)!.sort()[0]).toBe("(node00000001)");
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) =>
      size.map((points) => Math.round(Number(points) / 2.8346)),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(2);
    expect(boxes.length).toBeLessThanOrEqual(4);
    for (const box of boxes) expect(box).toEqual([210, 297]);
  });

  it("puts the newest month, in the first language, into one file that reads by itself", async () => {
    const file = join(folder, "report.html");
    expect((await report("--html", file)).code).toBe(0);
    const browser = await driver.launch(chromium!);
    const page = await browser.newPage();
    const requests: string[] = [];
    const problems: string[] = [];
    page.on("request", (request) => requests.push(request.url().split(",")[0]!));
    page.on("console", (message) => problems.push(message.text()));
    await page.goto(pathToFileURL(file).href, {waitUntil: "load"});
    expect(await page.getAttribute("html", "lang")).toBe("tr");
    expect(await page.locator("h1").textContent()).toMatch(/Champions/);
    expect(await page.locator("main svg:visible").count()).toBeGreaterThan(5);
    expect(await page.evaluate("document.fonts.check('16px Inter')")).toBe(true);
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([pathToFileURL(file).href]);
    expect(problems).toEqual([]);
    await browser.close();
  });

  it.each([
    ["a month that the site lacks", ["--month", "2031-01", "--pdf", "x.pdf"], "--month: the site has no"],
    ["a language that the site lacks", ["--lang", "de", "--pdf", "x.pdf"], "--lang: the site has no"],
    ["no file to write", [], "name the file to write"],
  ])("refuses %s", async (_, args, message) => {
    const {code, stderr} = await report(...args);
    expect([code, stderr.trim().split("\n").length]).toEqual([1, 1]);
    expect(stderr).toContain(message);
    expect(existsSync("x.pdf")).toBe(false);
  });
});
