import {renameSync, rmSync} from "node:fs";
import type {Engine} from "../engine/duckdb.ts";
import {quotePath, quoteText} from "../engine/sql-text.ts";

/** Marks every row but the first of those that share a key; rows that are rejected already do not count. */
export async function markRepeatedKeys(engine: Engine, path: string, key: readonly string[]): Promise<void> {
  const stored = `read_parquet(${quotePath(path)}, file_row_number = true, hive_partitioning = false)`;
  const keyList = key.join(", ");
  const [found] = await engine.rows<{n: bigint}>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${stored} WHERE reject_rule IS NULL GROUP BY ${keyList} HAVING count(*) > 1)`,
  );
  if (found!.n === 0n) return;
  const ranked = `SELECT *, row_number() OVER (PARTITION BY ${keyList}, reject_rule IS NULL ORDER BY file_row_number) > 1 AND reject_rule IS NULL AS is_repeated FROM ${stored}`;
  const value = key.map((field) => `coalesce(CAST(${field} AS VARCHAR), '')`).join(" || ' ' || ");
  const marked = `${path}.marked`;
  try {
    await engine.run(
      `COPY (SELECT * EXCLUDE (is_repeated, file_row_number) REPLACE (
         CASE WHEN is_repeated THEN 'repeated key' ELSE reject_rule END AS reject_rule,
         CASE WHEN is_repeated THEN ${quoteText(keyList)} ELSE reject_field END AS reject_field,
         CASE WHEN is_repeated THEN ${value} ELSE reject_value END AS reject_value)
       FROM (${ranked}) ORDER BY file_row_number) TO ${quoteText(marked)} (FORMAT parquet)`,
    );
    renameSync(marked, path);
  } finally {
    rmSync(marked, {force: true});
  }
}
