import {describe, expect, test} from "vitest";
import {getCohortFacts} from "../../../../src/components/retention/cohort-facts.ts";
import type {CohortRow} from "../../../../src/components/retention/cohort-row.ts";
import {getCohortValues} from "../../../../src/components/retention/cohort-values.ts";
import {type RetentionData, renderRetention} from "../../../../src/components/retention/render-retention.ts";
import type {CohortGroupRow} from "../../../../src/components/retention/retention-rows.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";
import {cohortRows} from "./fixture-retention.ts";

/** Three sources over all cohorts, and one single cohort of which a cell is withheld. */
const groups = (["mail", "search", "other"] as const).flatMap((value, i) =>
  [0, 1, 2, 3, 4].flatMap((quarter_no): CohortGroupRow[] => {
    const row = {
      dimension: "source" as const,
      value,
      quarter_no,
      customers: 400 - 100 * i,
      customers_on: quarter_no === 0 ? 400 - 100 * i : 200 - 80 * i - 5 * quarter_no,
      is_incomplete: false,
    };
    return [
      {...row, cohort: null, net_revenue_per_customer: 100 * (quarter_no + 1)},
      {
        ...row,
        cohort: new Date("2025-04-01"),
        customers: 40,
        customers_on: quarter_no === 2 ? null : 20,
        net_revenue_per_customer: null,
        is_incomplete: quarter_no === 4,
      },
    ];
  }),
);

function data(change: Partial<RetentionData> = {}): RetentionData {
  const {manifest, segments} = smallShop();
  const cohorts = [...cohortRows(11), ...cohortRows(8, "order", "visit")];
  return {manifest, segments, cohorts, groups, usage: [], ...change};
}

const textOf = (source: string, selector: string) => parse(source).querySelector(selector)!.textContent!;

test.each(["tr", "en"] as const)("the %s page has its six cards and no script", async (lang) => {
  const source = renderRetention(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/retention`);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  expect(root.querySelectorAll(".card").length).toBe(6);
  expect(root.querySelectorAll('.drawing svg[role="img"][aria-label]').length).toBe(4);
});

test("the answer comes first", () => {
  expect(textOf(renderRetention(data(), {lang: "en"}), "h1")).toBe(
    "37% of new customers order in the month after, 44% in the sixth.",
  );
  expect(textOf(renderRetention(data(), {lang: "tr"}), "h1")).toBe(
    "Yeni müşterilerin %37’si ertesi ay, %44’ü 6. ayda sipariş veriyor.",
  );
});

test("the first cohort, which holds whoever had bought before the data, is not compared with the others", () => {
  const title = parse(renderRetention(data(), {lang: "en"})).querySelector(".cohort-heat h2")!.textContent!;
  expect(title).toContain("54% of the customers of February 2025");
  expect(title).not.toContain("January");
});

test("a cell says its people on hover, and one that is not over is hatched", () => {
  const root = parse(renderRetention(data(), {lang: "en"}));
  const row = root.querySelector(".cohorts tbody tr")!;
  expect([...row.children].map((cell) => cell.textContent)).toEqual([
    "Jan 2025",
    "100",
    "59",
    "58",
    "57",
    "56",
    "55",
    "54",
    "53",
    "52",
    "51",
    "50",
  ]);
  expect(row.children[2]!.getAttribute("title")).toBe("Jan 2025, month 1: 59 of 100 customers (59%), 64 then or later");
  expect([...row.querySelectorAll(".incomplete")].map((cell) => cell.textContent)).toEqual(["50"]);
  expect(root.querySelectorAll(".cohorts td.incomplete[style]").length).toBe(0);
  const twin = root.querySelectorAll(".cohort-heat > .twin:last-child tbody tr");
  expect([...twin[1]!.children].slice(0, 6).map((cell) => cell.textContent)).toEqual([
    "Feb 2025",
    "100",
    "550",
    "withheld",
    "withheld",
    "54 / 59",
  ]);
});

test("the months of other beginnings and returns, each with its cohorts", () => {
  const root = parse(renderRetention(data(), {lang: "en"}));
  const card = root.querySelector(".cohort-pairs")!;
  expect(card.querySelector("h2")!.textContent).toBe("44% visit the site in the month after the first order");
  expect(card.querySelectorAll("details .cohorts tbody tr").length).toBe(8);
});

test("who comes back, by source, and what is withheld stays so", () => {
  const root = parse(renderRetention(data(), {lang: "en"}));
  const [bySource, byCategory] = root.querySelectorAll(".row:nth-of-type(4) .card, .cohort-heat ~ .row .card");
  expect(bySource!.querySelector("h2")!.textContent).toBe(
    "49% of the customers won by mail order again in the next quarter, 38% of those by search",
  );
  expect(
    [...bySource!.querySelectorAll("table")[1]!.querySelectorAll("tbody tr:first-child > *")].map(
      (cell) => cell.textContent,
    ),
  ).toEqual(["mail", "Q2 2025", "40", "20", "withheld", "20", "20*"]);
  expect(byCategory!.textContent).toContain("Not part of the data: products on order lines, product categories");
});

test("a shop with nothing to say says so", () => {
  const source = renderRetention(data({cohorts: cohortRows(1), groups: []}), {lang: "en"});
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect(textOf(source, "h1")).toBe("The data are too short yet to say who comes back.");
  expect(() => renderRetention(data({cohorts: [], groups: []}), {lang: "tr"})).not.toThrow();
});

describe("what cohorts are worth", () => {
  const double = (rows: CohortRow[], cohort: string) =>
    rows.map((row) => ({
      ...row,
      net_revenue_per_customer:
        row.net_revenue_per_customer === null || row.cohort.toISOString().slice(0, 7) !== cohort
          ? row.net_revenue_per_customer
          : 2 * row.net_revenue_per_customer,
    }));

  test("one that is worth double stands out, and the page says so first", () => {
    const rows = double(cohortRows(13), "2025-07");
    const {subject, isOutstanding} = getCohortValues(rows);
    expect(isOutstanding).toBe(true);
    // Six months after the first order the data are not over for it: five full ones.
    expect([subject!.cohort.month, subject!.monthNo, subject!.ratio]).toEqual(["2025-07", 5, 2]);
    expect(subject!.before).toBe(12.5 * 6);
    expect(textOf(renderRetention(data({cohorts: rows}), {lang: "en"}), ".deck")).toContain(
      "The customers of July 2025 brought ₺150 each in 5 months, 2.0 times those before.",
    );
  });

  test("without one the newest that can be compared is shown, and nothing is said of it first", () => {
    const {subject, isOutstanding} = getCohortValues(cohortRows(11));
    expect([isOutstanding, subject!.cohort.month, subject!.monthNo]).toEqual([false, "2025-08", 2]);
    expect(textOf(renderRetention(data(), {lang: "en"}), ".deck")).not.toContain("times");
  });

  test("where every cohort is far from those before, as when prices rise, none stands out", () => {
    const rows = cohortRows(13).map((row) => ({
      ...row,
      net_revenue_per_customer:
        row.net_revenue_per_customer && row.net_revenue_per_customer * 1.3 ** row.cohort.getUTCMonth(),
    }));
    const {subject, isOutstanding} = getCohortValues(rows);
    expect(isOutstanding).toBe(false);
    expect(subject!.ratio).toBeGreaterThan(1.4);
  });

  test("a withheld month ends a cohort's curve, and too few cohorts before compare nothing", () => {
    const {cohorts} = getCohortValues(cohortRows(11));
    expect(cohorts[0]!.points).toEqual([]); // February's money is withheld
    expect(getCohortValues(cohortRows(4)).subject).toBeNull();
    expect(getCohortValues([])).toMatchObject({cohorts: [], subject: null});
  });
});

describe("cohort facts", () => {
  test("averages hold neither months that are not over nor the first cohort, and are of three cohorts or more", () => {
    const {average} = getCohortFacts(cohortRows(7));
    // +1: February to May; +2: February to April; +3: February and March alone.
    expect(average.map(({monthNo}) => monthNo)).toEqual([1, 2]);
    expect(average[0]!.share).toBeCloseTo((54 + 49 + 44 + 39) / 400);
    expect(average[1]!.share).toBeCloseTo((53 + 48 + 43) / 300);
  });

  test("the newest are those with three full months, as far as all of them have come", () => {
    const facts = getCohortFacts(cohortRows(11));
    // The eleventh month is not over, so July's cohort has three full months after the first.
    expect(facts.newest).toEqual(["2025-05", "2025-06", "2025-07"]);
    expect(facts.newestCurve.map(({monthNo}) => monthNo)).toEqual([1, 2, 3]);
    expect(facts.newestCurve[2]!.share).toBeCloseTo((37 + 32 + 27) / 300);
    // February to April, of which April's seventh month is not over.
    expect(facts.beforeCurve.map(({monthNo}) => monthNo)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(facts.beforeCurve[0]!.share).toBeCloseTo((54 + 49 + 44) / 300);
  });

  test("without enough of them there is nothing to compare", () => {
    expect(getCohortFacts(cohortRows(9)).newest).toEqual([]);
    expect(getCohortFacts([])).toMatchObject({cohorts: [], monthNos: [], average: []});
  });
});
