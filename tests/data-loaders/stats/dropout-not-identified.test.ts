import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, test} from "vitest";
import {quoteText} from "../../../data-loaders/engine/sql-text.ts";
import {bgNbd} from "../../../data-loaders/stats/bg-nbd.ts";
import type {PurchaseRow} from "../../../data-loaders/stats/btyd/purchase-row.ts";
import {fitBgNbd} from "../../../data-loaders/stats/fit-bg-nbd.ts";
import {fitMbgNbd} from "../../../data-loaders/stats/fit-mbg-nbd.ts";
import {fitParetoNbd} from "../../../data-loaders/stats/fit-pareto-nbd.ts";
import {findPublicData} from "../../public-data.ts";

const file = findPublicData("online-retail/online-retail.csv.gz");

async function readOnlineRetail(): Promise<PurchaseRow[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(`
    WITH days AS (
      SELECT DISTINCT CustomerID AS id, CAST(InvoiceDate AS DATE) AS day
      FROM read_csv(${quoteText(file!)}, header = true, all_varchar = true)
      WHERE CustomerID <> '' AND CAST(Quantity AS INTEGER) > 0 AND CAST(UnitPrice AS DOUBLE) > 0),
    customers AS (
      SELECT count(*) - 1 AS x, date_diff('day', min(day), max(day)) AS last, date_diff('day', min(day), DATE '2011-12-09') AS age
      FROM days GROUP BY id)
    SELECT CAST(x AS INTEGER) AS x, CAST(last AS INTEGER) AS last, CAST(age AS INTEGER) AS age, CAST(count(*) AS INTEGER) AS customers
    FROM customers GROUP BY ALL ORDER BY ALL`);
  const rows = result.getRowObjects() as {x: number; last: number; age: number; customers: number}[];
  connection.closeSync();
  instance.closeSync();
  return rows.map(({x, last, age, customers}) => ({
    frequency: x,
    ageAtLastPurchase: last / 7,
    age: age / 7,
    customers,
  }));
}

// The Python package lifetimes converges here only with a penalty of 0.1 on its parameters.
describe.skipIf(!file)("Online Retail", () => {
  test("every fit ends, and says that dropout is not identified", async () => {
    const rows = await readOnlineRetail();
    expect(rows.reduce((sum, {customers}) => sum + customers!, 0)).toBe(4338);
    const fits = [fitBgNbd(rows), fitMbgNbd(rows), fitParetoNbd(rows)];
    for (const {converged, warnings, params, logLikelihood} of fits) {
      expect(converged).toBe(true);
      expect(warnings.map(({code}) => code)).toContain("dropout-not-identified");
      expect(warnings[0]!.message).toMatch(/^dropout is not identified: .* flat ridge in (a and b|s and beta)/);
      expect(Object.values(params).every(Number.isFinite)).toBe(true);
      // No dropout to speak of: all come to the likelihood of purchases alone.
      expect(Math.abs(logLikelihood - fits[0]!.logLikelihood)).toBeLessThan(0.2);
    }
    // Along the ridge predictions stay.
    const [{params}] = fits as [ReturnType<typeof fitBgNbd>];
    const along = {...params, a: params.a / 2, b: params.b / 2};
    const year = (own: typeof params) =>
      rows.reduce((sum, row) => sum + row.customers! * bgNbd.expectedTransactions(own, row, 52), 0);
    expect(Math.abs(year(along) / year(params) - 1)).toBeLessThan(0.01);
  });
});
