import {beforeAll, describe, expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import type {
  ChurnBehaviourRow,
  ChurnConditionRow,
  EventCountRow,
  PurchaseLagRow,
  WinBackRow,
} from "../../../src/components/retention/retention-rows.ts";
import {withFiles, withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {sold} from "../../helpers/sold.ts";

// The data end on 2025-12-31, so 90 days are known of what happened up to 2025-10-02.
const asOf = "2025-12-31";
const exact = {asOf, privacy: {minCustomers: 1}};

const files = {
  // Ada is silent after leaving the list; Ben comes back 20 days after a return; Cem orders every 50 days; Dua is lost.
  "order-lines.csv": `order_id,customer_id,ordered_at,amount
1,ada,2025-01-01,10
2,ada,2025-03-01,10
3,ben,2025-02-01,20
4,ben,2025-03-03,20
5,cem,2025-05-01,30
6,cem,2025-06-20,30
7,cem,2025-08-09,30
8,cem,2025-09-28,30
9,cem,2025-11-17,30
10,dua,2025-04-10,40
`,
  "returns.csv": `order_id,returned_at,amount
3,2025-02-11,5
3,2025-02-12,5
9,2025-12-01,30
`,
  "message-events.csv": `message_id,customer_id,channel,event,occurred_at
m1,ada,email,unsubscribe,2025-03-11 10:00:00
m2,ada,email,complaint,2025-03-12 10:00:00
m3,dua,email,unsubscribe,2025-04-01 10:00:00
`,
  "tickets.csv": `ticket_id,customer_id,source,reason,opened_at
t1,cem,email,complaint,2025-05-01 09:00:00
t2,cem,email,information,2025-06-20 09:00:00
`,
  // Order 5 is two days late, order 6 in time, order 10 never arrives.
  "deliveries.csv": `order_id,shipped_on,promised_on,actual_on
5,2025-05-02,2025-05-04,2025-05-06
6,2025-06-21,2025-06-24,2025-06-24
10,2025-04-11,2025-04-14,
`,
  // Visits are known from February on; Cem is seen again within 30 days of each order but the third.
  "web-events.csv": `event_id,occurred_at,event,session_id,customer_id
1,2025-02-01 08:00:00,page_view,a,cem
2,2025-05-20 08:00:00,page_view,b,cem
3,2025-06-10 08:00:00,page_view,c,cem
4,2025-07-10 08:00:00,page_view,d,cem
5,2025-07-30 08:00:00,page_view,e,cem
6,2025-10-10 08:00:00,page_view,f,cem
`,
};

const sources = {
  order_lines: csv({path: "order-lines.csv"}),
  returns: csv({path: "returns.csv"}),
  message_events: csv({path: "message-events.csv"}),
  tickets: csv({path: "tickets.csv"}),
  deliveries: csv({path: "deliveries.csv"}),
  web_events: csv({path: "web-events.csv"}),
};

describe("given that something happened", () => {
  let rows: Map<string, ChurnConditionRow>;
  let behaviours: Map<string, ChurnBehaviourRow>;
  let counts: EventCountRow[];
  beforeAll(
    () =>
      withFiles(
        files,
        sources,
        async (warehouse) => {
          const conditions = await publishedRows<ChurnConditionRow>(warehouse, "churn-conditions");
          rows = new Map(conditions.map((row) => [row.condition, row]));
          const shown = await publishedRows<ChurnBehaviourRow>(warehouse, "churn-behaviours");
          behaviours = new Map(shown.map((row) => [row.behaviour, row]));
          counts = await publishedRows<EventCountRow>(warehouse, "event-counts");
        },
        exact,
      ),
    60_000,
  );

  const shares = (condition: string) => {
    const {gaps, silent, churn, base_churn, median_days} = rows.get(condition)!;
    return {gaps, silent, churn, base_churn, median_days};
  };

  test("an unsubscribe: each gap once, and none before the first order", () => {
    // Ada's second gap at 10 days: of second gaps that long, hers and Ben's stay open, Cem's ends after 50.
    expect(shares("unsubscribe")).toEqual({gaps: 1, silent: 1, churn: 1, base_churn: 2 / 3, median_days: 10});
    expect(rows.get("unsubscribe")!.lift).toBeCloseTo(1.5);
  });

  test("a return: two of one gap are one, and what is too late to know 90 days ahead is none", () => {
    // Ben's first gap at 10 days: of first gaps that long only Dua's goes on for 90 days more.
    expect(shares("return")).toEqual({gaps: 1, silent: 0, churn: 0, base_churn: 0.25, median_days: 10});
  });

  test("a complaint, by message, ticket or call, but no other ticket", () => {
    // Ada's second gap at 11 days, and Cem's first at 0 days.
    expect(shares("complaint")).toMatchObject({gaps: 2, silent: 1, churn: 0.5, base_churn: (2 / 3 + 0.25) / 2});
  });

  test("a late delivery counts from the first day after the promised one, arrived or not; over five days apart", () => {
    // Cem's first gap at 4 days and Dua's at 5; Dua's alone is later than five days, at 10.
    expect(shares("late_delivery")).toMatchObject({gaps: 2, silent: 1, median_days: 4});
    expect(shares("very_late_delivery")).toMatchObject({gaps: 1, silent: 1, median_days: 10});
  });

  test("no visit for 30 days, of those who were ever seen: the third gap alone", () => {
    // 9 August + 30 days; the fourth gap is seen on its 12th day, and again silent too late to know.
    expect(shares("no_visit")).toMatchObject({gaps: 1, silent: 0, churn: 0, median_days: 30});
  });

  test("behaviours of those who were lost and those who stayed, with counts and lift", () => {
    // In the year up to 2 October all four ordered; Cem alone has since.
    expect(behaviours.get("unsubscribe")).toMatchObject({
      lost: 3,
      lost_with: 2,
      kept: 1,
      kept_with: 0,
      kept_share: 0,
      lift: null,
    });
    expect(behaviours.get("complaint")).toMatchObject({lost: 3, lost_with: 1, kept: 1, kept_with: 1, lift: 1 / 3});
    expect(behaviours.get("single_order")).toMatchObject({lost_with: 1, kept_with: 0});
    expect(behaviours.get("return")).toMatchObject({lost_with: 1, kept_with: 0}); // Cem's return is of December
    expect(behaviours.has("no_visit")).toBe(false); // nobody who was lost was ever seen
    expect(behaviours.has("coupon_first")).toBe(false); // no source tells
  });

  test("how many orders and visits in a year and a quarter", () => {
    const year = counts.filter((row) => row.event === "order" && row.span_days === 365);
    expect(year.map((row) => [row.events, row.customers])).toEqual([
      [1, 1],
      [2, 2],
      [5, 1],
    ]);
    expect(counts.filter((row) => row.event === "visit" && row.span_days === 90)).toMatchObject([
      {events: 1, customers: 1},
    ]);
  });
});

test("what no source tells has no row, and costs nothing", () =>
  withShop({lines: [sold("ada", "2025-01-01"), sold("ada", "2025-06-01")]}, exact, async (warehouse) => {
    expect(await publishedRows(warehouse, "churn-conditions")).toEqual([]);
    expect(await publishedRows(warehouse, "cohort-groups")).toEqual([]);
    expect(await warehouse.query("SELECT * FROM customer_events")).toEqual([]);
  }));

test("a condition that too few met says nothing of them", () =>
  withFiles(
    files,
    sources,
    async (warehouse) => {
      const rows = await publishedRows<ChurnConditionRow>(warehouse, "churn-conditions");
      expect(rows.find((row) => row.condition === "return")).toMatchObject({gaps: null, churn: null, lift: null});
      expect(rows.find((row) => row.condition === "complaint")).toMatchObject({gaps: 2});
    },
    {asOf, privacy: {minCustomers: 2}},
  ));

describe("purchase lag and win-backs", () => {
  // Second orders after 10, 45 and 200 days; two customers order once, the last one too late to know.
  const lines = [
    sold("ada", "2025-01-01", 10),
    sold("ada", "2025-01-11", 10),
    sold("ben", "2025-01-01", 20),
    sold("ben", "2025-02-15", 70),
    sold("cem", "2025-02-01", 30),
    sold("cem", "2025-08-20", 80),
    sold("dua", "2025-03-01", 40),
    sold("eda", "2025-12-01", 50),
  ];

  test("conversion within 30, 60 and 90 days of what is old enough, by ordinal and fifth", () =>
    withShop({lines}, exact, async (warehouse) => {
      const rows = await publishedRows<PurchaseLagRow>(warehouse, "purchase-lag");
      const first = rows.find((row) => row.dimension === "ordinal" && row.value === "1")!;
      expect(first).toMatchObject({gaps: 5, completed: 3, known: 4, within_30: 1, within_60: 2, within_90: 2});
      // S(10) = 4/5, eda is seen for 30 days, S(45) = 4/5 · 2/3 = 8/15, S(200) = 4/15.
      expect(first.median_days).toBe(200);
      expect(
        rows
          .filter((row) => row.dimension === "first_value")
          .map((row) => [row.value, row.lowest_value, row.within_90]),
      ).toEqual([
        ["1", 10, 1],
        ["2", 20, 1],
        ["3", 30, 0],
        ["4", 40, 0],
        ["5", 50, 0],
      ]);
    }));

  test("who orders again after more than 180 days, of how many, for how much", () =>
    withShop({lines}, exact, async (warehouse) => {
      const rows = await publishedRows<WinBackRow & {month: string}>(warehouse, "win-backs");
      // Ada is silent for so long from 11 July on, Cem from 1 August, Ben from 15 August, Dua from 29 August.
      expect(rows.slice(6).map((row) => [row.silent_before, row.silenced, row.customers, row.net_revenue])).toEqual([
        [0, 1, 0, 0],
        [1, 3, 1, 80],
        [3, 0, 0, 0],
        [3, 0, 0, 0],
        [3, 0, 0, 0],
        [3, 0, 0, 0],
      ]);
    }));
});
