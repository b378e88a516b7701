import {describe, expect, test} from "vitest";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import type {ChurnCurveRow} from "../../../src/components/churn/churn-curve-row.ts";
import type {OrderLadderRow} from "../../../src/components/frequency/order-ladder-row.ts";
import type {CohortRow} from "../../../src/components/retention/cohort-row.ts";
import fc from "../../helpers/fast-check.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {openOnlineRetail} from "../../helpers/open-online-retail.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {randomShop} from "../../helpers/random-shop.ts";
import {sold} from "../../helpers/sold.ts";
import {parseMoney} from "../../oracle/money.ts";
import {findPublicData} from "../../public-data.ts";

type Cohort = Omit<CohortRow, "cohort"> & {cohort: string};

const exact = {privacy: {minCustomers: 1}};

/** Cohorts from order to order, by month. */
async function orderCohorts(warehouse: Warehouse): Promise<Cohort[]> {
  const rows = await publishedRows<Cohort>(warehouse, "cohorts");
  return rows.filter((row) => row.first_event === "order" && row.then_event === "order" && row.period === "month");
}

/** The curve over all orders. */
async function wholeCurve(warehouse: Warehouse): Promise<ChurnCurveRow[]> {
  return (await publishedRows<ChurnCurveRow>(warehouse, "churn-curve")).filter((row) => row.order_no === 0);
}

describe("cohorts", () => {
  // Ada and Ben begin in January, Cem in March; the data end within April.
  const lines = [
    sold("ada", "2025-01-05", 100),
    sold("ada", "2025-03-01", 50),
    sold("ada", "2025-03-31", 25),
    sold("ben", "2025-01-31", 10),
    sold("cem", "2025-03-15", 40),
    sold("cem", "2025-04-02", 8),
    sold(undefined, "2025-02-02", 1000),
  ];
  const returns = [{order: lines[0]!.order, at: "2025-02-10", amount: parseMoney("30")}];

  const rowsOf = (minCustomers: number) =>
    withShop({lines, returns}, {asOf: "2025-04-20", privacy: {minCustomers}}, async (warehouse) =>
      (await orderCohorts(warehouse)).map((row) => [
        `${row.cohort.slice(0, 7)} +${row.period_no}`,
        row.customers,
        row.customers_on,
        row.customers_on_or_after,
        row.events,
        row.net_revenue,
        row.net_revenue_per_customer,
        row.is_incomplete,
      ]),
    );

  test("who orders again on and on or after the month, orders, revenue, and what is not over", async () => {
    expect(await rowsOf(1)).toEqual([
      ["2025-01 +0", 2, 2, 2, 2, 110, 55, false],
      ["2025-01 +1", 2, 0, 1, 0, -30, 40, false], // a return and no order
      ["2025-01 +2", 2, 1, 1, 2, 75, 77.5, false],
      ["2025-01 +3", 2, 0, 0, 0, 0, 77.5, true],
      ["2025-03 +0", 1, 1, 1, 1, 40, 40, false],
      ["2025-03 +1", 1, 1, 1, 1, 8, 48, true],
    ]);
  });

  test("money of too few is withheld, and so is what would give it away; counts are not", async () => {
    const rows = await rowsOf(2);
    expect(rows.map((row) => row[2])).toEqual([2, 0, 1, 0, 1, 1]);
    expect(rows.map(([cell, , , , , revenue, perCustomer]) => [cell, revenue, perCustomer])).toEqual([
      ["2025-01 +0", 110, 55],
      ["2025-01 +1", null, null],
      ["2025-01 +2", null, null],
      ["2025-01 +3", 0, null],
      ["2025-03 +0", null, null],
      ["2025-03 +1", null, null],
    ]);
  });
});

describe("the order ladder", () => {
  // Days after the first order: 0; 10; 30; the fourth customer is last seen after 40 days, the fifth after 5.
  const lines = [
    sold("same-day", "2025-01-01 09:00"),
    sold("same-day", "2025-01-01 10:00"),
    sold("ten", "2025-01-01"),
    sold("ten", "2025-01-11"),
    sold("ten", "2025-01-31"),
    sold("thirty", "2025-01-01"),
    sold("thirty", "2025-01-31"),
    sold("once", "2025-01-01"),
    sold("late", "2025-02-05"),
  ];

  test("conversion, the median of those who came and of all", () =>
    withShop({lines}, {asOf: "2025-02-10", ...exact}, async (warehouse) => {
      const rows = await publishedRows<OrderLadderRow>(warehouse, "order-ladder");
      // First orders: S(0) = 4/5, the fifth is censored at 5, S(10) = 4/5 · 2/3 = 8/15, S(30) = 4/15.
      // Second ones: of three, one after 20 days, the others are seen for 10 and 40.
      expect(rows.map(({low_days: _, high_days: __, ...row}) => Object.values(row))).toEqual([
        [1, false, 5, 3, 0.6, 10, 30],
        [2, false, 3, 1, 1 / 3, 20, 20],
        [3, false, 1, 0, 0, null, null],
      ]);
      expect(rows[0]).toMatchObject({low_days: 0});
    }));

  test("a step that few reach is left out, one that few leave says nothing of them", () =>
    withShop({lines}, {asOf: "2025-02-10", privacy: {minCustomers: 3}}, async (warehouse) => {
      const rows = await publishedRows<OrderLadderRow>(warehouse, "order-ladder");
      expect(rows.map((row) => [row.order_no, row.gaps, row.completed, row.median_days])).toEqual([
        [1, 5, 3, 30],
        [2, 3, null, null],
      ]);
    }));

  test("the fourth order and all later ones together", () =>
    withShop(
      {lines: Array.from({length: 12}, (_, i) => sold("often", `2025-01-${String(2 * i + 1).padStart(2, "0")}`))},
      {asOf: "2025-01-31", ...exact},
      async (warehouse) => {
        const rows = await publishedRows<OrderLadderRow>(warehouse, "order-ladder");
        expect(rows.find((row) => row.is_open)).toMatchObject({order_no: 4, gaps: 9, completed: 8, median_days: 2});
        expect(rows.map((row) => row.order_no)).toEqual([1, 2, 3, 4, 4, 5, 6, 7, 8, 9]);
      },
    ));
});

describe("the churn curve", () => {
  // On 2025-12-31, ada's first gap has 200 days, her second is open since 164; ben is silent for 364 days, cem for 30.
  const lines = [
    sold("ada", "2025-01-01"),
    sold("ada", "2025-07-20"),
    sold("ben", "2025-01-01"),
    sold("ben", "2025-01-01"),
    sold("cem", "2025-12-01"),
  ];

  test("each gap counts once a day that it reached 90 days before the end", () =>
    withShop({lines}, {asOf: "2025-12-31", ...exact}, async (warehouse) => {
      const rows = await wholeCurve(warehouse);
      const at = (day: number) => Object.values(rows[day]!).slice(1);
      expect(at(0)).toEqual([0, 1, expect.closeTo(0.2), 3, 3, 1]);
      expect(at(74)).toEqual([74, 0, expect.closeTo(0.2), 3, 3, 1]);
      expect(at(75)).toEqual([75, 0, expect.closeTo(0.2), 2, 2, 1]); // ada's second gap is not known 90 days ahead
      expect(at(109)).toEqual([109, 0, expect.closeTo(0.2), 2, 2, 1]);
      expect(at(110)).toEqual([110, 0, expect.closeTo(0.2), 2, 1, 0.5]); // she is back on day 200
      expect(at(199)).toEqual([199, 0, expect.closeTo(0.2), 2, 1, 0.5]);
      expect(at(200)).toEqual([200, 1, expect.closeTo(0.6), 1, 1, 1]);
      expect(at(275)).toEqual([275, 0, expect.closeTo(0.6), null, null, null]);
      expect(rows).toHaveLength(365);
    }));

  test("a shop without customers has none of the three", () =>
    withShop({lines: [sold(undefined, "2025-01-01")]}, {}, async (warehouse) => {
      for (const table of ["cohorts", "order-ladder", "churn-curve"])
        expect(await publishedRows(warehouse, table)).toEqual([]);
    }));
});

interface PlacedOrder {
  person: number;
  day: string;
}

/** Days since 1970 of `2025-01-31`. */
const toDays = (day: string) => Date.parse(day) / 86_400_000;
const monthNumber = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));

test("random shops: the tables are what counting one by one gives", {timeout: 120_000}, () =>
  fc.assert(
    fc.asyncProperty(randomShop, (shop) =>
      withShop(shop, exact, async (warehouse) => {
        const orders = await warehouse.query<PlacedOrder>(
          `SELECT CAST(a.person_no AS INTEGER) AS person, CAST(o.ordered_on AS VARCHAR) AS day
           FROM orders o JOIN account_persons a ON a.customer_id = o.customer_id WHERE o.is_counted ORDER BY 2, 1`,
        );
        const [{end}] = (await warehouse.query<{end: string}>(
          "SELECT CAST(last_day AS VARCHAR) AS end FROM data_span",
        )) as [{end: string}];
        const histories = new Map<number, string[]>();
        for (const {person, day} of orders) histories.set(person, [...(histories.get(person) ?? []), day]);
        const people = [...histories.values()];

        const cohorts = await orderCohorts(warehouse);
        for (const row of cohorts) {
          const members = people.filter((days) => days[0]!.slice(0, 7) === row.cohort.slice(0, 7));
          const placed = members.map((days) => days.map((day) => monthNumber(day) - monthNumber(row.cohort)));
          expect([row.customers, row.customers_on, row.customers_on_or_after, row.events]).toEqual([
            members.length,
            placed.filter((months) => months.includes(row.period_no)).length,
            placed.filter((months) => months.some((month) => month >= row.period_no)).length,
            placed.flat().filter((month) => month === row.period_no).length,
          ]);
        }
        expect(cohorts.reduce((sum, row) => sum + row.events, 0)).toBe(orders.length);

        const steps = (await publishedRows<OrderLadderRow>(warehouse, "order-ladder")).filter((row) => !row.is_open);
        for (const {order_no, gaps, completed} of steps)
          expect([gaps, completed]).toEqual(
            [order_no, order_no + 1].map((n) => people.filter((days) => days.length >= n).length),
          );

        const gaps = people.flatMap((days) =>
          days.map((day, i) => ({
            opened: toDays(day),
            closed: days[i + 1] === undefined ? Number.POSITIVE_INFINITY : toDays(days[i + 1]!),
          })),
        );
        for (const {days, gaps: reached, silent} of await wholeCurve(warehouse)) {
          const own = gaps.filter(({opened, closed}) => opened + days <= toDays(end) - 90 && closed > opened + days);
          expect([reached ?? 0, silent ?? 0]).toEqual([
            own.length,
            own.filter(({opened, closed}) => closed > opened + days + 90).length,
          ]);
        }
      }),
    ),
    {numRuns: 4},
  ),
);

const file = findPublicData("online-retail/online-retail.csv.gz");

describe.skipIf(!file)("Online Retail", {timeout: 120_000}, () => {
  const warehouse = openOnlineRetail(file);

  // ../shared/reference/README.md, "Online Retail".
  test("the cohort of December 2010 is the published one; only its last month is incomplete", async () => {
    const rows = (await orderCohorts(warehouse())).filter(({cohort}) => cohort === "2010-12-01");
    expect(rows.map((row) => row.customers_on)).toEqual([
      885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235,
    ]);
    expect(rows.filter((row) => row.is_incomplete).map((row) => row.period_no)).toEqual([12]);
  });

  test("cohorts add up to the customers, and their members never come back from after the end", async () => {
    const rows = await orderCohorts(warehouse());
    const first = rows.filter((row) => row.period_no === 0);
    expect(first.reduce((sum, row) => sum + row.customers, 0)).toBe(4338);
    expect(rows.reduce((sum, row) => sum + row.events, 0)).toBe(18_532);
    rows.forEach((row, i) => {
      const next = rows[i + 1];
      if (next?.cohort !== row.cohort) expect(row.customers_on_or_after).toBe(row.customers_on);
      else expect(next.customers_on_or_after).toBeGreaterThanOrEqual(row.customers_on_or_after - row.customers_on);
    });
  });

  test("the ladder begins with everybody, and each step with those whom the one before brought", async () => {
    const rows = (await publishedRows<OrderLadderRow>(warehouse(), "order-ladder")).filter((row) => !row.is_open);
    expect(rows[0]!.gaps).toBe(4338);
    rows.slice(1).forEach((row, i) => {
      expect(row.gaps).toBe(rows[i]!.completed);
    });
    for (const row of rows) expect(row.median_days!).toBeGreaterThanOrEqual(row.median_days_completed!);
  });
});
