import {beforeAll, describe, expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import type {CohortRow} from "../../../src/components/retention/cohort-row.ts";
import type {CohortGroupRow} from "../../../src/components/retention/retention-rows.ts";
import fc from "../../helpers/fast-check.ts";
import {withFiles, withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {randomShop} from "../../helpers/random-shop.ts";

type Cohort = Omit<CohortRow, "cohort"> & {cohort: string};
type Group = Omit<CohortGroupRow, "cohort"> & {cohort: string | null};

const orderLines = `order_id,line_no,customer_id,ordered_at,amount,product_id
1,1,ada,2025-01-05,100,lamp
2,1,ada,2025-02-10,50,lamp
3,1,ada,2025-03-31,25,rug
4,1,ben,2025-01-31,10,rug
5,1,cem,2025-03-15,40,rug
6,1,cem,2025-05-02,8,rug
`;

// Ada came with an advertisement and is registered since before the data; Dua registered and has not bought.
const customers = `customer_id,registered_on,acquisition_source
ada,2024-06-01,search
ben,2025-01-20,search
cem,2025-02-03,mail
dua,2025-02-28,mail
`;

// No visit is known before February.
const webEvents = `event_id,occurred_at,event,session_id,customer_id
1,2025-02-01 10:00:00,page_view,s1,ada
2,2025-02-01 10:05:00,page_view,s1,ada
3,2025-02-20 10:00:00,page_view,s2,ada
4,2025-03-14 10:00:00,page_view,s3,cem
5,2025-04-14 10:00:00,page_view,s4,ben
`;

const messageEvents = `message_id,customer_id,channel,event,occurred_at
m1,ada,email,sent,2025-01-06 10:00:00
m1,ada,email,open,2025-03-06 10:00:00
m2,ben,email,click,2025-02-06 10:00:00
`;

const products = `product_id,name,department,category
lamp,Lamp,Home,Light
rug,Rug,Home,Floor
`;

const files = {
  "order-lines.csv": orderLines,
  "customers.csv": customers,
  "web-events.csv": webEvents,
  "message-events.csv": messageEvents,
  "products.csv": products,
};

const sources = {
  order_lines: csv({path: "order-lines.csv"}),
  customers: csv({path: "customers.csv"}),
  web_events: csv({path: "web-events.csv"}),
  message_events: csv({path: "message-events.csv"}),
  products: csv({path: "products.csv"}),
};

const read = {cohorts: [] as Cohort[], groups: [] as Group[]};

// One run for all tests of the file; the data end within June.
beforeAll(
  () =>
    withFiles(
      files,
      sources,
      async (warehouse) => {
        read.cohorts = await publishedRows<Cohort>(warehouse, "cohorts");
        read.groups = await publishedRows<Group>(warehouse, "cohort-groups");
      },
      {
        asOf: "2025-06-15",
        privacy: {minCustomers: 1},
        cohorts: [
          {from: "registration", to: "order"},
          {from: "order", to: "visit"},
          {from: "visit", to: "order"},
          {from: "order", to: "open"},
          {from: "order", to: "registration"},
        ],
      },
    ),
  60_000,
);

const rowsOf = (from: string, to: string, period: string) =>
  read.cohorts.filter((row) => row.first_event === from && row.then_event === to && row.period === period);
const on = (rows: readonly Cohort[]) =>
  rows.map((row) => [
    `${row.cohort.slice(0, 7)} +${row.period_no}`,
    row.customers,
    row.customers_on,
    row.customers_on_or_after,
    row.events,
  ]);

describe("cohorts of any event", () => {
  test("registration to order: who registered before the data begin is in none, who never bought is", () => {
    const rows = rowsOf("registration", "order", "month");
    expect(on(rows).filter(([cell]) => String(cell).startsWith("2025-02"))).toEqual([
      ["2025-02 +0", 2, 0, 1, 0],
      ["2025-02 +1", 2, 1, 1, 1],
      ["2025-02 +2", 2, 0, 1, 0],
      ["2025-02 +3", 2, 1, 1, 1],
      ["2025-02 +4", 2, 0, 0, 0],
    ]);
    expect(rows.map((row) => row.cohort.slice(0, 7))).not.toContain("2024-06");
    expect(rows.find((row) => row.cohort === "2025-02-01" && row.period_no === 3)!.net_revenue_per_customer).toBe(24);
  });

  test("order to visit: days with a visit, and no month before there were any", () => {
    expect(on(rowsOf("order", "visit", "month"))).toEqual([
      ["2025-01 +1", 2, 1, 2, 2],
      ["2025-01 +2", 2, 0, 1, 0],
      ["2025-01 +3", 2, 1, 1, 1],
      ["2025-01 +4", 2, 0, 0, 0],
      ["2025-01 +5", 2, 0, 0, 0],
      ["2025-03 +0", 1, 1, 1, 1],
      ["2025-03 +1", 1, 0, 0, 0],
      ["2025-03 +2", 1, 0, 0, 0],
      ["2025-03 +3", 1, 0, 0, 0],
    ]);
    expect(rowsOf("order", "visit", "month").every((row) => row.net_revenue === null)).toBe(true);
  });

  test("order to opened message; a click is none", () => {
    expect(on(rowsOf("order", "open", "month")).slice(0, 2)).toEqual([
      ["2025-01 +2", 2, 1, 1, 1],
      ["2025-01 +3", 2, 0, 0, 0],
    ]);
  });

  test("visit to order, with what those who visited spent from then on", () => {
    const rows = rowsOf("visit", "order", "month");
    expect(on(rows).slice(0, 3)).toEqual([
      ["2025-02 +0", 1, 1, 1, 1],
      ["2025-02 +1", 1, 1, 1, 1],
      ["2025-02 +2", 1, 0, 0, 0],
    ]);
    expect(rows[1]!.net_revenue_per_customer).toBe(75);
    expect(rowsOf("order", "registration", "month")[0]).toMatchObject({customers: 2, customers_on: 1}); // Ben, in January
  });

  test("quarters: everybody once a quarter, sums of the months' orders, and what is not over", () => {
    expect(on(rowsOf("order", "order", "quarter"))).toEqual([
      ["2025-01 +0", 3, 3, 3, 5],
      ["2025-01 +1", 3, 1, 1, 1],
    ]);
    const rows = rowsOf("order", "order", "quarter");
    expect(rows.map((row) => [row.net_revenue, row.net_revenue_per_customer, row.is_incomplete])).toEqual([
      [225, 75, false],
      [8, 233 / 3, true],
    ]);
  });

  test("months and quarters agree, and whoever comes on comes on or after", () => {
    for (const row of read.cohorts) expect(row.customers_on_or_after).toBeGreaterThanOrEqual(row.customers_on);
    for (const quarter of read.cohorts.filter((row) => row.period === "quarter")) {
      const place = (day: string, plus: number) =>
        Math.floor((12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1 + plus) / 3);
      const months = rowsOf(quarter.first_event, quarter.then_event, "month").filter(
        (row) => place(row.cohort, 0) === place(quarter.cohort, 0),
      );
      const own = months.filter(
        (row) => place(row.cohort, row.period_no) === place(quarter.cohort, 3 * quarter.period_no),
      );
      const sum = (rows: Cohort[], read: (row: Cohort) => number) => rows.reduce((all, row) => all + read(row), 0);
      expect(quarter.events).toBe(sum(own, (row) => row.events));
      expect(quarter.customers_on).toBeLessThanOrEqual(sum(own, (row) => row.customers_on));
      expect(quarter.customers_on).toBeGreaterThanOrEqual(Math.max(...own.map((row) => row.customers_on)));
    }
  });
});

describe("cohorts by source and first category", () => {
  test("the cells of a dimension add up to the cohort where nothing is withheld", () => {
    const whole = rowsOf("order", "order", "quarter");
    for (const dimension of ["source", "first_category"])
      for (const {cohort, period_no, customers, customers_on} of whole) {
        const cells = read.groups.filter(
          (row) => row.dimension === dimension && row.cohort === cohort && row.quarter_no === period_no,
        );
        expect(cells.reduce((sum, row) => sum + row.customers_on!, 0)).toBe(customers_on);
        expect(cells.reduce((sum, row) => sum + row.customers, 0)).toBe(customers);
      }
  });

  test("the first order decides, whatever was bought later", () => {
    const cells = read.groups.filter((row) => row.dimension === "first_category" && row.quarter_no === 0 && row.cohort);
    expect(cells.map((row) => [row.value, row.customers])).toEqual([
      ["Home > Floor", 2],
      ["Home > Light", 1],
    ]);
  });
});

test(
  "random shops: everybody is in one cohort, and quarters are what counting one by one gives",
  {timeout: 60_000},
  () =>
    fc.assert(
      fc.asyncProperty(randomShop, (shop) =>
        withShop(shop, {privacy: {minCustomers: 1}}, async (warehouse) => {
          const orders = await warehouse.query<{person: number; day: string}>(
            `SELECT CAST(a.person_no AS INTEGER) AS person, CAST(o.ordered_on AS VARCHAR) AS day
           FROM orders o JOIN account_persons a ON a.customer_id = o.customer_id WHERE o.is_counted ORDER BY 2, 1`,
          );
          const quarter = (day: string) => Math.floor((12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1) / 3);
          const histories = new Map<number, number[]>();
          for (const {person, day} of orders) histories.set(person, [...(histories.get(person) ?? []), quarter(day)]);
          const all = await publishedRows<Cohort>(warehouse, "cohorts");
          for (const row of all) expect(row.customers_on).toBeLessThanOrEqual(row.customers_on_or_after);
          const own = all.filter((row) => row.first_event === "order" && row.then_event === "order");
          for (const period of ["month", "quarter"])
            expect(
              own
                .filter((row) => row.period === period && row.period_no === 0)
                .reduce((sum, row) => sum + row.customers, 0),
            ).toBe(histories.size);
          for (const row of own.filter((row) => row.period === "quarter")) {
            const first = quarter(row.cohort);
            const members = [...histories.values()].filter((quarters) => quarters[0] === first);
            expect([row.customers, row.customers_on, row.customers_on_or_after]).toEqual([
              members.length,
              members.filter((quarters) => quarters.includes(first + row.period_no)).length,
              members.filter((quarters) => quarters.some((place) => place >= first + row.period_no)).length,
            ]);
          }
        }),
      ),
      {numRuns: 3},
    ),
);
