import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {startEngine} from "../../engine/duckdb.ts";
import {quoteText} from "../../engine/sql-text.ts";
import {findAssociationRules} from "../../stats/baskets/association-rules.ts";
import {collectBaskets} from "../../stats/baskets/baskets.ts";
import {findFrequentItemsets} from "../../stats/baskets/frequent-itemsets.ts";
import {readIntegers} from "../../warehouse/read-integers.ts";
import {round} from "./run-command.ts";

/**
 * Seconds from stored lines (order_id and product_id, as text) to all rules of sets of up to three products, with every
 * measure, and the peak memory of the process.
 */
export async function measureRules(file: string, minSupport: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-rules-"));
  const engine = await startEngine({spillFolder: folder, memoryMb: 400});
  try {
    const started = performance.now();
    const lines = `read_parquet(${quoteText(file)})`;
    for (const [table, column] of [
      ["order_numbers", "order_id"],
      ["product_numbers", "product_id"],
    ])
      await engine.run(
        `CREATE TEMP TABLE ${table} AS SELECT ${column}, CAST(row_number() OVER () - 1 AS INTEGER) AS no FROM (SELECT DISTINCT ${column} FROM ${lines}) AS t`,
      );
    const [counts] = await engine.rows<{orders: bigint; products: bigint}>(
      "SELECT (SELECT count(*) FROM order_numbers) AS orders, (SELECT count(*) FROM product_numbers) AS products",
    );
    const [orderOf, productOf] = await readIntegers(
      engine,
      `SELECT o.no, p.no FROM ${lines} AS l JOIN order_numbers o ON o.order_id = l.order_id JOIN product_numbers p ON p.product_id = l.product_id`,
    );
    const read = performance.now();
    const baskets = collectBaskets(orderOf!, productOf!, Number(counts!.orders), Number(counts!.products));
    const itemsets = findFrequentItemsets(baskets, {minSupport, maxItems: 3});
    const mined = performance.now();
    const rules = findAssociationRules(itemsets);
    const ended = performance.now();
    return {
      seconds: round((ended - started) / 1000),
      readSeconds: round((read - started) / 1000),
      itemsetSeconds: round((mined - read) / 1000),
      ruleSeconds: round((ended - mined) / 1000),
      orders: Number(counts!.orders),
      lines: orderOf!.length,
      itemsets: itemsets.counts.length,
      rules: rules.length,
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    engine.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
