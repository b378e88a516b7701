import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {describe, expect, test} from "vitest";
import {defaultSegments} from "../../../data-loaders/config/segment-map.ts";
import {expectSameMovements} from "../../helpers/compare-movements.ts";
import {expectSameAsOracle} from "../../helpers/compare-with-oracle.ts";
import {expectSafeFlowCube} from "../../helpers/flow-cube.ts";
import {openOnlineRetail} from "../../helpers/open-online-retail.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {computeOracle} from "../../oracle/compute.ts";
import {parseMoney} from "../../oracle/money.ts";
import {defaults, type Line, type Shop} from "../../oracle/shop.ts";
import {findPublicData} from "../../public-data.ts";

const file = findPublicData("online-retail/online-retail.csv.gz");

// The published figures are those of ../shared/reference/README.md, "Online Retail".
describe.skipIf(!file)("Online Retail", {timeout: 120_000}, () => {
  const warehouse = openOnlineRetail(file);

  test("every published table is what the oracle computes from the same file", async () => {
    const oracle = computeOracle(readShop(file!), defaults);
    expect(oracle.snapshots).toHaveLength(13);
    await expectSameAsOracle({
      warehouse: warehouse(),
      oracle,
      segments: defaultSegments.map(({key}) => key),
      minCustomers: 10,
    });
    await expectSameMovements(warehouse(), oracle, 10);
    await expectSafeFlowCube(warehouse(), 10);
  });

  test("thirteen months are too short for limits and for a projection, and that is said", async () => {
    const limits = await publishedRows<{verdict: string; p_upper: number | null}>(warehouse(), "migration-limits");
    expect(limits).toHaveLength(13 * 5);
    expect(limits.every(({verdict, p_upper}) => verdict === "too_short" && p_upper === null)).toBe(true);
    expect(await publishedRows(warehouse(), "segment-projection")).toEqual([]);
  });

  test("rows are accepted and rejected as published", () => {
    expect(warehouse().reports).toMatchObject([
      {records: 541_909, rejected: 2515 + 2, rejects: [{rule: "price is not positive"}]},
    ]);
  });

  test("sales to customers add up to the published total", async () => {
    const [row] = await warehouse().query(
      `SELECT CAST(count(*) AS INTEGER) AS lines, CAST(count(DISTINCT order_id) AS INTEGER) AS orders,
         CAST(count(DISTINCT customer_id) AS INTEGER) AS customers, CAST(sum(net_amount) AS VARCHAR) AS revenue
       FROM order_lines WHERE customer_id IS NOT NULL AND NOT is_return`,
    );
    expect(row).toEqual({lines: 397_884, orders: 18_532, customers: 4338, revenue: "8911407.9040"});
    const [persons] = await warehouse().query("SELECT CAST(count(*) AS INTEGER) AS customers FROM persons");
    expect(persons).toEqual({customers: 4338});
    const [orders] = await warehouse().query(
      "SELECT CAST(count(*) AS INTEGER) AS orders, CAST(sum(net_sales) AS VARCHAR) AS revenue FROM orders WHERE customer_id IS NOT NULL AND is_counted",
    );
    expect(orders).toEqual({orders: 18_532, revenue: "8911407.9040"});
  });

  test("products bear the name that most of their lines have", async () => {
    const rows = await warehouse().query(
      "SELECT product_id, name FROM basket_products WHERE product_id IN ('22423', '85123A', '47566') ORDER BY product_id",
    );
    // 85123A is called CREAM HANGING HEART T-LIGHT HOLDER on some lines.
    expect(rows.map((row) => row.name)).toEqual([
      "REGENCY CAKESTAND 3 TIER",
      "PARTY BUNTING",
      "WHITE HANGING HEART T-LIGHT HOLDER",
    ]);
  });

  test("net of returns, customers' and all rows add up to the published totals", async () => {
    const [row] = await warehouse().query(
      `SELECT CAST(count(customer_id) AS INTEGER) AS lines, CAST(sum(net_amount) FILTER (WHERE customer_id IS NOT NULL) AS VARCHAR) AS customers,
         CAST(sum(net_amount) AS VARCHAR) AS everybody FROM order_lines`,
    );
    const rowsWithoutPrice = 40;
    expect(row).toMatchObject({lines: 406_829 - rowsWithoutPrice, customers: "8300065.8140"});
    // The published 9,747,747.93 contains two adjustments of bad debt with a negative price, which the shop rejects.
    expect(Number(row!.everybody) - 22_124.12).toBeCloseTo(9_747_747.93, 2);
    const [sales] = await warehouse().query("SELECT CAST(sum(net_revenue) AS VARCHAR) AS everybody FROM monthly_sales");
    expect(sales!.everybody).toBe(row!.everybody);
  });

  test("the cohort of December 2010 orders again as published", async () => {
    const rows = await warehouse().query<{customers: number}>(
      `SELECT m.month, CAST(count(*) AS INTEGER) AS customers FROM customer_months m JOIN persons p ON p.person_no = m.person_no
       WHERE p.first_order_on < DATE '2011-01-01' AND m.order_count > 0 GROUP BY m.month ORDER BY m.month`,
    );
    expect(rows.map((row) => row.customers)).toEqual([885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235]);
  });

  test("one-order customers fall below two fifths of the pool in September 2011, which moves a score", async () => {
    const rows = await warehouse().query(
      `SELECT strftime(month, '%Y-%m') AS month, round(100.0 * count(*) FILTER (WHERE order_count = 1) / count(*), 2) AS share,
         CAST(min(f_score) FILTER (WHERE order_count = 2) AS INTEGER) AS score_of_two
       FROM rfm_snapshots WHERE r_score IS NOT NULL AND month IN (DATE '2011-08-01', DATE '2011-09-01') GROUP BY month ORDER BY month`,
    );
    expect(rows).toEqual([
      {month: "2011-08", share: 41.48, score_of_two: 3},
      {month: "2011-09", share: 39.96, score_of_two: 2},
    ]);
  });

  test("the headline is the one that definitions.md quotes: 40 to 99 slides a month, none of them in one step", async () => {
    const rows = await warehouse().query<{month: Date; slid: number; direct: number}>(
      `SELECT month, CAST(count(*) AS INTEGER) AS slid, CAST(count(*) FILTER (WHERE path = 'champions → at_risk') AS INTEGER) AS direct
       FROM slides GROUP BY month ORDER BY month`,
    );
    const fullMonths = rows.slice(0, -1).map((row) => row.slid);
    expect([Math.min(...fullMonths), Math.max(...fullMonths)]).toEqual([40, 99]);
    expect(rows.every((row) => row.direct === 0)).toBe(true);
  });
});

/** The CSV as the configuration of docs/examples maps it, read without the pipeline. */
function readShop(path: string): Shop {
  const lines: Line[] = [];
  parse(gunzipSync(readFileSync(path)), {
    from_line: 2,
    on_record(record: unknown) {
      const [order, , , quantity, at, unitPrice, customer] = record as string[];
      const price = parseMoney(unitPrice!);
      if (price > 0)
        lines.push({
          order: order!,
          ...(customer ? {customer} : {}),
          at: at!,
          amount: price * Number(quantity),
          isReturn: order!.startsWith("C"),
        });
      return null;
    },
  });
  return {lines};
}
