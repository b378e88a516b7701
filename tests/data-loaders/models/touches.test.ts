import {describe, expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import {type ShopOptions, withFiles, withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {sold} from "../../helpers/sold.ts";

const asOf = "2025-12-31";

const files = {
  "lines.csv": `order_id,customer_id,ordered_at,amount
1,a,2025-12-31,10
2,b,2025-10-01,10
3,c,2025-10-01,10
4,e,2025-06-01,10
`,
  "customers.csv": `customer_id,registered_on
d,2025-11-01
f,2025-11-01
`,
  // a and d are known by the browser: k1 is d's.
  "web.csv": `event_id,occurred_at,event,anonymous_id,customer_id
1,2025-12-31 10:00:00,page_view,k0,a
2,2025-12-17 10:00:00,add_to_cart,k1,d
3,2025-12-17 11:00:00,page_view,k1,
4,2025-12-02 12:00:00,product_view,k2,b
5,2025-12-01 12:00:00,add_to_cart,k2,b
6,2025-12-20 12:00:00,page_view,stranger,
7,2025-12-21 12:00:00,search,k2,b
`,
  "messages.csv":
    "message_id,customer_id,channel,sent_at\nm1,c,email,2025-12-02\nm2,c,sms,2025-12-02\nm3,e,push,2025-12-02\n",
  "events.csv": `message_id,event,occurred_at
m1,sent,2025-12-30 08:00:00
m1,open,2025-12-03 08:00:00
m2,click,2025-12-04 08:00:00
m3,click,2025-11-20 08:00:00
`,
  "calls.csv": "call_id,customer_id,direction,opened_at\n1,e,inbound,2025-12-24\n2,f,outbound,2025-12-30\n",
};

const sources = {
  order_lines: csv({path: "lines.csv"}),
  customers: csv({path: "customers.csv"}),
  web_events: csv({path: "web.csv"}),
  messages: csv({path: "messages.csv"}),
  message_events: csv({path: "events.csv"}),
  calls: csv({path: "calls.csv"}),
};

interface Standing {
  order: number | null;
  touch: number | null;
  points: number | null;
  e: number | null;
  r: number | null;
}

async function readStandings(warehouse: Warehouse): Promise<Record<string, Standing>> {
  const rows = await warehouse.query<Standing & {customer: string}>(
    `SELECT p.customer_id AS customer, CAST(s.days_since_last_order AS INTEGER) AS "order", CAST(s.days_since_last_touch AS INTEGER) AS touch,
       CAST(s.engagement_points AS DOUBLE) AS points, CAST(s.e_score AS INTEGER) AS e, CAST(s.r_score AS INTEGER) AS r
     FROM rfm_snapshots s JOIN persons p ON p.person_no = s.person_no WHERE s.month = DATE '2025-12-01' ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({customer, ...standing}) => [customer, standing]));
}

function withTouches(options: ShopOptions, task: (warehouse: Warehouse) => Promise<void>): Promise<void> {
  return withFiles(files, sources, task, {asOf, ...options});
}

describe("footprints", () => {
  test("of every channel count as touches, and recency of orders stays what it was", () =>
    withTouches({}, async (warehouse) => {
      expect(await readStandings(warehouse)).toEqual({
        a: {order: 0, touch: 0, points: 1, e: 4, r: 5},
        // A product seen 29 days ago, 2 · 0.5^(29/14); the basket of 30 days ago is too old, and a search earns nothing.
        b: {order: 91, touch: 10, points: 0.475848, e: 3, r: 2},
        // An e-mail opened 28 days ago: half of a half. The link was in a text message.
        c: {order: 91, touch: 27, points: 0.25, e: 2, r: 2},
        // A basket of 5 and a page of 1, 14 days ago, of which one was still anonymous.
        d: {order: null, touch: 14, points: 3, e: 5, r: null},
        // A call; the link of a push message was followed more than 30 days ago.
        e: {order: 213, touch: 7, points: 0, e: 1, r: 1},
        // Was called, and registered: neither is a footprint.
        f: {order: null, touch: null, points: 0, e: 1, r: null},
      });
    }));

  test("score recency where the shop says so, for who is in the pool", () =>
    withTouches({rfm: {recencyBasis: "touch"}}, async (warehouse) => {
      const standings = await readStandings(warehouse);
      expect(Object.values(standings).map(({r}) => r)).toEqual([5, 5, 5, null, 5, null]);
      const flows = await publishedRows<{from_segment: string; to_segment: string; is_impossible: boolean}>(
        warehouse,
        "segment-migration",
      );
      const lapses = flows.filter((flow) => flow.from_segment === "champions" && flow.to_segment === "lapsed");
      // Who was in touch yesterday may have ordered long ago.
      expect(new Set(lapses.map((flow) => flow.is_impossible))).toEqual(new Set([false]));
    }));

  test("are worth what the shop says, for as long as it says", () =>
    withTouches(
      {engagement: {points: {search: 4, click: 2, call: 10}, days: 61, halfLifeDays: null}},
      async (warehouse) => {
        const standings = await readStandings(warehouse);
        expect(Object.values(standings).map(({points}) => points)).toEqual([1, 2 + 5 + 4, 1, 6, 2 + 10, 0]);
      },
    ));

  test("are published as scores of buyers and of prospects", () =>
    withTouches({}, async (warehouse) => {
      const rows = await publishedRows<{month: string; measure: string; customers: number}>(warehouse, "rfm-scores");
      const of = (measure: string) =>
        rows.filter((row) => row.month === "2025-12-01" && row.measure === measure).map((row) => row.customers);
      expect(of("engagement_buyers")).toEqual([1, 1, 1, 1, 0]);
      expect(of("engagement_prospects")).toEqual([1, 0, 0, 0, 1]);
    }));

  test("after the last day of data are left out", () =>
    withTouches({asOf: "2025-12-16"}, async (warehouse) => {
      const standings = await readStandings(warehouse);
      expect(standings.d).toMatchObject({touch: null, points: 0});
    }));
});

test("a shop without footprints has neither touches nor engagement, and pays for no table of them", () =>
  withShop({lines: [sold("a", asOf)]}, {}, async (warehouse) => {
    expect(await readStandings(warehouse)).toEqual({a: {order: 0, touch: null, points: null, e: null, r: 5}});
    expect(warehouse.built.get("touch_days")!.files).toEqual([]);
    const rows = await publishedRows<{measure: string}>(warehouse, "rfm-scores");
    expect(new Set(rows.map((row) => row.measure))).toEqual(new Set(["sum", "tier"]));
  }));
