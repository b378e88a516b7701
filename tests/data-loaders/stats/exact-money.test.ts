import {DuckDBInstance} from "@duckdb/node-api";
import {expect, test} from "vitest";
import {joinMoney, splitMoney} from "../../../data-loaders/stats/exact-money.ts";

test("money comes back to the last place, below zero too", async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const amounts = ["0", "12.3456", "-0.0001", "-12.34", "2147483647.9999"];
  const rows = await connection.runAndReadAll(
    `SELECT ${splitMoney("amount")} FROM (VALUES ${amounts.map((amount) => `(CAST('${amount}' AS DECIMAL(18, 4)))`).join(", ")}) AS v (amount)`,
  );
  const [units, rest] = rows.getColumnsJS() as [number[], number[]];
  expect([...joinMoney(Int32Array.from(units), Int32Array.from(rest))]).toEqual(amounts.map(Number));
  connection.closeSync();
});
