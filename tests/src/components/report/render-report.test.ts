import {expect, test} from "vitest";
import {addMonths, lastDayTold, monthDate} from "../../../../src/components/month.ts";
import {renderReport} from "../../../../src/components/report/render-report.ts";
import {createFixture} from "../../fixtures.ts";
import {parsePage} from "../../framework.ts";
import {hostile} from "../../hostile-names.ts";
import {document, parse, smallShop} from "../../small-shop.ts";

const data = smallShop();
const render = (lang: "tr" | "en", month: string, shop = data) => renderReport(shop, {lang, month, document});
const page = async (lang: "tr" | "en", month: string, shop = data) =>
  parse((await parsePage(render(lang, month, shop))).body);
const text = (root: Element, selector: string) =>
  root.querySelector(selector)!.textContent!.replace(/\s+/g, " ").trim();

test.each(["tr", "en"] as const)("the %s report is one block of HTML without script or placeholder", async (lang) => {
  const source = render(lang, "2026-10");
  const {code, body, title} = await parsePage(source);
  expect(code).toEqual([]);
  expect(body.trim().startsWith('<div class="page"')).toBe(true);
  expect(source.split("\n---\n")[1]).not.toMatch(/\n\s*\n./);
  expect(source).not.toMatch(/```|\$\{|<script|undefined|NaN/);
  expect(title).toBe(lang === "tr" ? "Segment geçişleri, Ekim 2026" : "Segment migration, October 2026");
});

test("the same data give the same bytes", () => {
  expect(render("tr", "2026-10")).toBe(render("tr", "2026-10", structuredClone(data)));
});

/** The shop's data as they were when a month was the newest; what is expected of later months had been said by then. */
function until(month: string): typeof data {
  const {projection, manifest, ...tables} = data;
  const end = monthDate(addMonths(month, 1));
  const isOver = (row: object) => !("month" in row && row.month instanceof Date && row.month >= end);
  const cut = Object.entries(tables).map(([name, rows]) => [name, Array.isArray(rows) ? rows.filter(isOver) : rows]);
  const months = manifest.months.filter((one) => one <= month);
  const earlier = {...manifest, months, asOf: lastDayTold(month, manifest.asOf), isPartialMonth: false};
  return {...Object.fromEntries(cut), projection, manifest: earlier} as typeof data;
}

test("a report stays the same, byte for byte, when later months are published", () => {
  for (const lang of ["tr", "en"] as const) {
    expect(render(lang, "2026-07", until("2026-08"))).toBe(render(lang, "2026-07"));
    expect(render(lang, "2026-07", until("2026-07"))).not.toBe(render(lang, "2026-07")); // it has no way to August yet
  }
});

test("the headline says count, comparison and money, and what is left out", async () => {
  const root = await page("en", "2026-10");
  const row = data.trend.at(-1)!;
  const usual = Math.round(row.usual_customers!);
  expect(text(root, "h1")).toContain(`${row.customers} customers slid from Champions to At Risk or Can’t Lose`);
  expect(text(root, "h1")).toContain("a year is at stake.");
  expect(text(root, ".lead .deck")).toContain(`Usual is ${usual} a month`);
  expect(text(root, ".lead .note")).toMatch(/^(Not counted: \d+ more|Nobody is left out)/);
});

test("each sentence leads to the table that it is read from", async () => {
  const root = await page("en", "2026-10");
  const cited = [...root.querySelectorAll(".cited a")].map((a) => a.getAttribute("href"));
  const marks = [...root.querySelectorAll(".deck sup a")];
  expect(marks.length).toBeGreaterThanOrEqual(4);
  for (const mark of marks) expect(mark.getAttribute("href")).toBe(cited[Number(mark.textContent) - 1]);
  expect(cited).toContain("/en/tables#migration-limits");
});

test("the month is held against its normal range, in words and in the chart", async () => {
  const root = await page("en", "2026-10");
  const limits = data.limits.at(-1)!;
  const range = [
    Math.ceil(limits.p_lower! * limits.base_customers),
    Math.floor(limits.p_upper! * limits.base_customers),
  ];
  expect(text(root, ".deck")).toMatch(
    new RegExp(`That is (within|above|below) the normal range of ${range.join("–")} a month`),
  );
  expect(root.querySelectorAll('.trend .wide [fill="var(--band)"] rect').length).toBe(2);
  expect(text(await page("en", "2026-04"), ".deck")).toContain("A normal range takes twelve months");
});

test("causes add up to all who changed state, and a wrong sum is shown", async () => {
  const movers = data.migration
    .filter((row) => row.horizon_months === 1 && row.month.getTime() === Date.UTC(2026, 9, 1))
    .filter((row) => row.from_segment !== row.to_segment)
    .reduce((sum, row) => sum + row.customers, 0);
  const root = await page("en", "2026-10");
  expect(text(root, ".causes .proofs")).toBe(`Causes add up to all who moved ✓ ${movers} of ${movers}`);
  const restated = "Corrected data of an earlier month";
  expect(text(root, ".causes .note")).toContain(`${restated}: not assessed`);
  expect(text(root, ".causes .bars")).not.toContain(restated);
  const shop = structuredClone(data);
  shop.causes.at(-1)!.customers += 1;
  for (const row of shop.causes) row.is_restated_assessed = true;
  const other = await page("en", "2026-10", shop);
  expect(text(other, ".causes .wrong")).toContain(`✗ ${movers + 1} of ${movers}`);
  expect(text(other, ".causes .bars")).toContain(`${restated} 0 0`);
});

test("moves are compared with the six months before", async () => {
  const root = await page("en", "2026-10");
  const [first] = root.querySelectorAll(".edges .bars tr");
  const counts = (m: number, from: string, to: string) =>
    data.migration.find(
      (row) =>
        row.horizon_months === 1 &&
        row.month.getTime() === Date.UTC(2026, m, 1) &&
        row.from_segment === from &&
        row.to_segment === to,
    )?.customers ?? 0;
  const keyOf = (label: string) => data.segments.find((row) => row.label_en.replace("'", "’") === label)!.key;
  const [from, to] = [...root.querySelector(".edges tbody th")!.querySelectorAll(".segment")].map((s) =>
    keyOf(s.textContent!),
  ) as [string, string];
  const usual = Math.round([3, 4, 5, 6, 7, 8].reduce((sum, m) => sum + counts(m, from, to), 0) / 6);
  expect(first).toBeDefined();
  expect(text(root, ".edges tbody .detail")).toBe(`${counts(9, from, to)}, usual ${usual}`);
});

test("the projection has its ranges, and says how it fared", async () => {
  const root = await page("en", "2026-10");
  expect([...root.querySelectorAll(".projection thead th")].map((th) => th.textContent)).toEqual([
    "Segment",
    "Now",
    "Nov 2026",
    "Range",
    "Jan 2027",
    "Range",
    "This month against its projection",
  ]);
  expect(root.querySelectorAll(".projection tbody tr").length).toBe(10);
  expect(text(root, ".projection .note")).toMatch(/^Of \d+ projections a month ahead so far, \d+(\.\d)?% held/);
  expect(text(await page("en", "2025-10"), ".projection h2")).toBe("Too little history for a projection");
});

test("the life cycle counts who came and who left", async () => {
  const root = await page("en", "2026-10");
  const rows = [...root.querySelectorAll(".life-cycle tbody tr")].map((row) =>
    [...row.children].slice(0, 6).map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["New", "100", "0", "10", "10", "₺10K"],
    ["Active", "400", "0", "10", "10", "₺40K"],
    ["Lost", "250", "+10", "10", "0", "withheld"],
  ]);
});

test("the playbook has a row for each segment that it knows", async () => {
  const root = await page("tr", "2026-10");
  expect(root.querySelectorAll(".playbook tbody tr").length).toBe(10);
  const renamed = structuredClone(data);
  for (const table of [renamed.segments, renamed.sizes, renamed.migration, renamed.slides, renamed.projection])
    for (const row of table)
      for (const key of ["key", "segment", "from_segment", "to_segment"])
        if ((row as unknown as Record<string, unknown>)[key] === "promising")
          (row as unknown as Record<string, unknown>)[key] = "own";
  expect((await page("tr", "2026-10", renamed)).querySelectorAll(".playbook tbody tr").length).toBe(9);
});

test("the playbook says who agreed to be contacted, where the shop knows", async () => {
  const cells = async (shop = data) =>
    [...(await page("en", "2026-10", shop)).querySelectorAll(".playbook tbody tr:first-child td")].map(
      (cell) => cell.textContent,
    );
  const champions = data.reach.find((row) => row.month.getTime() === Date.UTC(2026, 9) && row.segment === "champions")!;
  expect((await cells())[2]).toMatch(new RegExp(`^${champions.reachable} \\(5\\d%\\)$`));
  const email = {...champions, channel: "email", reachable: 0};
  const sms = {...champions, channel: "sms", reachable: null};
  expect((await cells({...data, reach: [...data.reach, sms, email]}))[2]).toMatch(/%\)e-mail 0% · SMS withheld$/);
  expect((await cells({...data, reach: []})).length).toBe((await cells()).length - 1);
  const rows = [...(await page("en", "2026-10")).querySelectorAll(".playbook tbody tr")];
  const atRisk = rows.find((row) => row.querySelector("th")!.textContent === "At Risk")!;
  expect(atRisk.querySelectorAll("td")[2]!.textContent).toBe("withheld");
});

test("headings are in order, one h1, and none carries an id", async () => {
  const root = await page("tr", "2026-10");
  const levels = [...root.querySelectorAll("h1, h2, h3, h4")].map((h) => Number(h.tagName[1]));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  expect(root.querySelectorAll("h1[id], h2[id], h3[id]").length).toBe(0);
});

test("every drawing has a role and a text, every table a caption and headers", async () => {
  const root = await page("tr", "2026-10");
  for (const svg of root.querySelectorAll("svg:not([aria-hidden])")) {
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")!.length).toBeGreaterThan(20);
  }
  for (const table of root.querySelectorAll("table")) {
    expect(table.caption!.textContent).not.toBe("");
    expect(table.querySelectorAll("thead th:not([scope=col])").length).toBe(0);
    expect(table.querySelectorAll("tbody tr > :first-child:not([scope=row])").length).toBe(0);
  }
  expect(root.querySelectorAll("details.twin table").length).toBe(3);
});

test("the matrix prints impossible moves as such, and proves its sums", async () => {
  const root = await page("en", "2026-10");
  const rows = [...root.querySelectorAll(".migration tbody tr")];
  const columns = [...root.querySelectorAll(".migration thead th")].map((th) => th.textContent);
  const champions = [...rows.find((row) => row.querySelector("th")!.textContent === "Champions")!.children];
  expect(champions[columns.indexOf("At Risk")]!.textContent).toBe("—impossible");
  expect([...root.querySelectorAll(".migration ~ .proofs li, .proofs li")].map((li) => li.textContent)).toEqual([
    "Rows add up to September’s sizes ✓ 13 of 13",
    "Columns add up to October’s sizes ✓ 13 of 13",
  ]);
  const sums = rows.map((row) => Number(row.lastElementChild!.textContent!.replaceAll(",", "")));
  expect(sums.reduce((a, b) => a + b)).toBe(700);
});

test("a wrong matrix is shown to be wrong", async () => {
  const shop = structuredClone(data);
  shop.sizes.find((row) => row.month.getTime() === Date.UTC(2026, 8, 1) && row.segment === "loyal")!.customers += 1;
  expect(text(await page("en", "2026-10", shop), ".proofs .wrong")).toMatch(/✗ 12 of 13: Loyal: \d+ instead of \d+$/);
});

test("a month with too little history says so and compares nothing", async () => {
  const root = await page("en", "2025-03");
  expect(text(root, ".dateline")).toContain("Too little history");
  expect(text(root, "h1")).not.toContain("usual");
  expect(text(root, ".lead .deck")).toContain("The data begin in September 2024");
  expect(text(root, ".trend h2")).toBe("Too early for a trend");
});

test("the first month has no month to compare with", async () => {
  const root = await page("tr", "2024-09");
  expect(text(root, "h1")).toBe("Verinin ilk ayı: henüz kimse kaymış olamaz.");
  expect(root.querySelector(".migration")).toBe(null);
  expect(root.querySelector('a[rel="prev"]')).toBe(null);
});

test("a month that is not over is marked, hatched and not compared", async () => {
  const shop = createFixture({first: "2024-09", count: 26, customers: 300, isPartialMonth: true});
  const root = await page("en", "2026-10", shop);
  expect(text(root, ".dateline")).toContain("Month to date");
  expect(text(root, "h1")).toContain("so far this month");
  expect(text(root, "h1")).not.toContain("usual");
  expect(root.querySelectorAll('.trend .wide [fill="url(#hatch)"]').length).toBeGreaterThan(0);
});

test("months lead to their neighbours", async () => {
  const root = await page("en", "2026-03");
  const href = (rel: string) => root.querySelector(`a[rel="${rel}"]`)!.getAttribute("href");
  expect([href("prev"), href("next")]).toEqual(["/en/report/2026-02", "/en/report/2026-04"]);
});

test.each(hostile)("%j as a name of segment, shop and source is only text", async (name) => {
  const shop = structuredClone(data);
  for (const row of shop.segments) row.label_en = name;
  shop.manifest.shop.name = name;
  shop.manifest.sources[0]!.name = name;
  shop.manifest.sources[0]!.rejects[0]!.rule = name;
  const source = render("en", "2026-10", shop);
  const {code, body} = await parsePage(source);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(root.querySelectorAll("script, img, pre").length).toBe(0);
  expect(root.querySelectorAll("style").length).toBe(1);
  expect(
    [...root.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((a) => a.startsWith("on")),
  ).toEqual([]);
  expect(text(root, ".migration tbody th")).toBe(name.replaceAll("'", "’").replace(/\s+/g, " ").trim());
});

test("a month or segment that is not published is an error", () => {
  expect(() => render("tr", "2031-01")).toThrow("unknown month: 2031-01");
  expect(() => render("tr", "2026-10", {...data, segments: data.segments.slice(1)})).toThrow(
    "unknown segment: champions",
  );
});
