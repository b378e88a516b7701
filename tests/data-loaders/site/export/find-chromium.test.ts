import {chromium, type LaunchOptions} from "playwright-core";
import {describe, expect, it} from "vitest";
import {findChromium, packagedChromium} from "../../../../data-loaders/site/export/find-chromium.ts";
import {findTestBrowser} from "../../../browser/find-test-browser.ts";

const found = await findTestBrowser();

async function drawText(options: LaunchOptions): Promise<number> {
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage();
    await page.setContent("<p style='display: inline-block'>Müdavim</p>");
    return await page.locator("p").evaluate((element) => element.getBoundingClientRect().width);
  } finally {
    await browser.close();
  }
}

describe.skipIf(!found)("findChromium()", () => {
  it("gives a browser that draws text", async () => {
    expect(await drawText(found!)).toBeGreaterThan(10);
  });
});

it("findChromium({env}) takes the packaged browser where the system has none", async ({skip}) => {
  if (process.platform !== "linux" || process.arch !== "x64") skip("@sparticuz/chromium is for Linux on x64");
  const options = await findChromium({env: {PATH: ""}});
  expect(options).toEqual(await packagedChromium());
  expect(await drawText(options!)).toBeGreaterThan(10);
}, 60_000);

describe("where no browser starts", () => {
  const packaged = () => Promise.reject(new Error("cannot be unpacked"));

  it("continuous integration fails", async () => {
    await expect(findTestBrowser({env: {PATH: "", CI: "true"}, packaged})).rejects.toThrow(
      "no Chromium starts; install one, or name it with CHROMIUM_PATH\n@sparticuz/chromium: cannot be unpacked",
    );
  });

  it("a developer is warned, and browser tests are skipped", async () => {
    const warnings: string[] = [];
    expect(
      await findTestBrowser({env: {PATH: ""}, packaged, warn: (message) => warnings.push(message)}),
    ).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining("SKIPPED, what needs a browser")]);
  });

  it("a browser named by CHROMIUM_PATH is not replaced by another", async () => {
    await expect(findChromium({env: {CHROMIUM_PATH: "/nowhere/chromium", CI: "true"}})).rejects.toThrow(
      /CHROMIUM_PATH\n\/nowhere\/chromium: /,
    );
  });
});
