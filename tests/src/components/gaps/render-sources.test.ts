import {expect, test} from "vitest";
import {listReports} from "../../../../src/components/build-reports.ts";
import type {FieldUsageRow} from "../../../../src/components/gaps/field-usage-row.ts";
import {renderSources} from "../../../../src/components/gaps/render-sources.ts";
import {parsePage} from "../../framework.ts";
import {hostile} from "../../hostile-names.ts";
import {parse, smallShop} from "../../small-shop.ts";

const pages = await listReports();
const {manifest, usage} = smallShop();
const without = (...fields: string[]): FieldUsageRow[] =>
  usage.map((row) => (fields.includes(row.field) ? {...row, is_filled: false} : row));
const render = (lang: "tr" | "en", rows = usage) => renderSources({manifest, usage: rows, pages}, {lang});
const page = async (lang: "tr" | "en", rows = usage) => parse((await parsePage(render(lang, rows))).body);
const text = (root: Element, selector: string) =>
  root.querySelector(selector)!.textContent!.replace(/\s+/g, " ").trim();

test.each(["tr", "en"] as const)("the %s page is one block of HTML without script", async (lang) => {
  const source = render(lang, without("gender", "amount"));
  const {code, body} = await parsePage(source);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source.split("\n---\n")[1]).not.toMatch(/\n\s*\n./);
  expect(source).not.toMatch(/undefined|NaN|\$\{|<script/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  for (const table of root.querySelectorAll("table")) expect(table.caption!.textContent).not.toBe("");
});

test("a shop that has it all lacks nothing", async () => {
  const root = await page("en");
  expect(text(root, "h1")).toMatch(/^All \d+ reports have the data they need\.$/);
  expect(root.querySelectorAll(".status.degraded, .status.absent, .gaps-next").length).toBe(0);
});

test("what is missing is named, with what it brings and which fields deliver it", async () => {
  const root = await page("en", without("amount"));
  expect(text(root, "h1")).toContain("Next to collect: returns.");
  expect(text(root, ".gaps-next li")).toContain("With returns you would see net instead of gross revenue");
  expect(text(root, ".gaps-next li")).toContain("Deliver any one of: returns.amount, order_lines.is_return");
  const report = [...root.querySelectorAll(".gaps-reports tr")].find((tr) =>
    tr.textContent!.startsWith("Monthly report"),
  );
  expect(report!.textContent).toContain("Partial");
});

test("a delivered field that nothing is computed from is listed", async () => {
  const root = await page("tr");
  expect(text(root, ".gaps-unused")).toBe("Sipariş satırlarıquantity");
});

test("links lead to the newest report", async () => {
  const links = [...(await page("en")).querySelectorAll(".gaps-reports a")].map((a) => a.getAttribute("href"));
  expect(links).toEqual(expect.arrayContaining(["/en/report/2026-10", "/en/segments", "/en/explore"]));
});

test.each(hostile)("%j as a name of shop and source is only text", async (name) => {
  const shop = structuredClone({manifest, usage});
  shop.manifest.shop.name = name;
  shop.usage[0]!.entity = name;
  const {code, body} = await parsePage(renderSources({...shop, pages}, {lang: "en"}));
  expect(code).toEqual([]);
  expect(parse(body).querySelectorAll("script, img, pre").length).toBe(0);
});
