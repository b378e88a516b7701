import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {renderDictionary} from "../../../../src/components/dictionary/render-dictionary.ts";
import type {Manifest} from "../../../../src/components/manifest.ts";

const text = `-- One row per month: what \${alert(1)} did.
-- key: month

SELECT month,
       '<b>' AS \`x\`
`;

const manifest: Manifest = {
  shop: {name: "Shop", currency: "TRY", timeZone: "Europe/Istanbul", languages: ["tr", "en"]},
  asOf: "2026-10-31",
  months: ["2026-10"],
  isPartialMonth: false,
  definitions: {
    version: "1",
    hash: "0",
    rfm: {windowMonths: 12, recency: "edges", recencyDays: [30, 60, 90, 180]},
    lifeCycle: {activeDays: 90, lostDays: 365, loyalOrders: 4, states: []},
    slide: {from: ["champions"], to: ["at_risk"], withinMonths: 6},
    value: {discountRate: 0.01, holdoutMonths: 6, margin: null},
    alternatives: [],
  },
  sources: [],
  tables: [
    {
      name: "monthly-sales",
      file: "monthly-sales.arrow",
      rows: 1204,
      bytes: 20480,
      sha256: "0",
      grain: "One row per month.",
      key: ["month"],
      columns: [
        {name: "month", type: "date", isNullable: false, description: "first day of the month"},
        {name: "net_revenue", type: "number", isNullable: true, description: "net revenue"},
      ],
    },
  ],
};
const sources = [
  {
    name: "monthly-sales",
    file: "src/data/monthly-sales.arrow.sql",
    text,
    models: [{name: "monthly_sales", grain: "One row per month of sales."}],
  },
];

it.each(["tr", "en"] as const)("the %s page has a section for each table, with its definition as it stands", (lang) => {
  const source = renderDictionary({manifest, sources}, {lang});
  expect(source.trim().split("---\n")[2]).not.toMatch(/\n\s*\n|\n /);
  expect(source).not.toMatch(/\$\{|`|<b>/);
  const {document} = new JSDOM(source).window;
  const section = document.querySelector("#monthly-sales")!;
  expect(section.querySelector("pre")!.textContent).toBe(text.trimEnd());
  expect([...section.querySelectorAll("tbody tr")].map((row) => row.textContent!.trim())).toEqual([
    lang === "tr" ? "monthtarihfirst day of the month" : "monthdatefirst day of the month",
    lang === "tr" ? "net_revenuesayı, boş olabilirnet revenue" : "net_revenuenumber, may be emptynet revenue",
  ]);
  expect(section.textContent).toContain(lang === "tr" ? "1.204 satır" : "1,204 rows");
  expect(section.querySelector("a")!.getAttribute("href")).toBe("/data/monthly-sales.arrow");
  expect(section.querySelector("dl")!.textContent).toContain("One row per month of sales.");
});
