import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {nameValue} from "../../src/components/explore/name-value.ts";
import {getMessages} from "../../src/components/messages.ts";
import type {CustomerCubeRow} from "../../src/components/profile/profile-rows.ts";
import {arrowRows} from "../site/arrow-rows.ts";
import {findTestBrowser} from "./find-test-browser.ts";
import {type OpenSite, openSite, type Visit} from "./open-site.ts";

interface Flow {
  month: string;
  dimension: string;
  from_segment: string;
  to_segment: string | null;
  customers: number;
}
type Cell = Omit<CustomerCubeRow, "month"> & {month: string};

const chromium = await findTestBrowser();
const words = {values: getMessages("en", "TRY").profileValues};

describe.skipIf(!chromium)("the exploration page", {timeout: 60_000}, () => {
  let site: OpenSite;
  let visit: Visit;
  let cube: Cell[];

  beforeAll(async () => {
    site = await openSite(chromium!);
    cube = arrowRows<Cell>(site.data, "customer-cube");
    visit = await site.visit();
    await visit.go("en/explore");
    await tables(visit.page).nth(2).waitFor();
  }, 240_000);
  afterAll(() => site?.close());

  const tables = (page: Page) => page.locator(".explore-table");

  /** The first column and the customers of the first table. */
  const shown = async () =>
    tables(visit.page)
      .first()
      .locator("tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) =>
          Array.from(row.children, (cell) => cell.textContent!.trim()).filter((_, i, all) => i >= all.length - 5),
        ),
      )
      .then((rows) => rows.map(([value, customers]) => `${value} ${customers?.replaceAll(",", "")}`).sort());

  const expected = (dimension: string, segment: string | null) =>
    cube
      .filter(
        (row) => row.month === site.manifest.months.at(-1) && row.dimension === dimension && row.segment === segment,
      )
      .map((row) => `${nameValue(row.value, words)} ${row.customers}`)
      .sort();

  const choose = (label: string, option: string) =>
    visit.page.getByLabel(label, {exact: true}).selectOption({label: option});

  it("shows the newest month of the cube, and the chart of all months", async () => {
    await expect.poll(shown).toEqual(expected("city", null));
    const titles = await visit.page.locator("main svg title").allTextContents();
    const cities = cube.filter((row) => row.dimension === "city" && row.segment === null);
    expect(titles).toHaveLength(cities.length);
    const [first] = cities;
    expect(
      titles.some((title) => title.startsWith(`${first!.value}, `) && title.endsWith(`: ${first!.customers}`)),
    ).toBe(true);
  });

  it("changes table and chart with its filters", async () => {
    const chart = () => visit.page.locator("main svg[role=img]").getAttribute("aria-label");
    const before = await chart();
    await choose("Break down by", "Gender");
    await expect.poll(shown).toEqual(expected("gender", null));
    await expect.poll(chart).not.toBe(before);
    await choose("Segment", "Champions");
    await expect.poll(shown).toEqual(expected("gender", "champions"));
    await choose("Measure", "Net revenue");
    await expect.poll(chart).toContain("Net revenue");
  });

  it("shows who moved, of the chosen segment and attribute", async () => {
    const moved = arrowRows<Flow>(site.data, "flow-cube").filter(
      (row) =>
        row.month === site.manifest.months.at(-1) &&
        row.dimension === "gender" &&
        row.to_segment !== null &&
        row.to_segment !== row.from_segment &&
        [row.from_segment, row.to_segment].includes("champions"),
    );
    expect(moved.length).toBeGreaterThan(0);
    const rows = tables(visit.page).nth(1).locator("tbody tr");
    await expect.poll(() => rows.count()).toBe(moved.length);
    const largest = Math.max(...moved.map(({customers}) => customers));
    expect(await rows.first().textContent()).toContain(String(largest));
    expect(await rows.first().textContent()).toContain("Champions");
  });

  it("answers a typed query, and says what is wrong with another", async () => {
    const {page} = visit;
    const run = async (sql: string) => {
      await page.getByRole("textbox", {name: "Query"}).fill(sql);
      await page.getByRole("button", {name: "Run"}).click();
    };
    await run(
      "SELECT CAST(SUM(customers) AS INTEGER) AS people, MAX(month) AS newest FROM cube WHERE dimension = 'channel' AND segment IS NULL",
    );
    const people = cube
      .filter((row) => row.dimension === "channel" && row.segment === null)
      .reduce((sum, row) => sum + row.customers, 0);
    const cells = async () => (await tables(page).nth(2).locator("tbody tr").allInnerTexts()).join(" ");
    await expect
      .poll(async () => (await cells()).replace(/[,\s]+/g, " ").trim())
      .toContain(`${people.toLocaleString("en").replaceAll(",", " ")} 2026-04-01`);
    await run("SELECT nothing FROM cube");
    await expect.poll(() => page.locator(".query-error").textContent()).toContain("nothing");
    await run("SELECT 1 AS one");
    await expect.poll(cells).toContain("1");
  });

  it("asked nobody else for anything, and nothing was forbidden", () => {
    expect(visit.problems).toEqual([]);
  });

  it("says without scripts that it needs them", async () => {
    const {page, problems, go, close} = await site.visit({javaScriptEnabled: false});
    await go("en/explore");
    expect(await page.locator("noscript, noscript *").first().textContent()).toMatch(/\w/);
    expect(problems).toEqual([]);
    await close();
  });
});
