import type {Engine} from "../engine/duckdb.ts";
import {quotePath} from "../engine/sql-text.ts";
import {entityNames} from "../entities/entities.ts";
import type {Built} from "./run-context.ts";

/**
 * Fields that have a value in at least one record, as `customers.city`: read off the stored files' own statistics, which
 * takes the same few milliseconds for five records as for five million.
 */
export async function listFilledFields(built: ReadonlyMap<string, Built>, engine: Engine): Promise<Set<string>> {
  const files = entityNames.flatMap((entity) => {
    const {files = [], rows = 0} = built.get(`source_${entity}`) ?? {};
    return rows > 0 ? files.map((path) => ({entity, path})) : [];
  });
  if (files.length === 0) return new Set();
  const rows = await engine.rows<{path: string; field: string}>(
    `SELECT DISTINCT file_name AS path, path_in_schema AS field
     FROM parquet_metadata([${files.map(({path}) => quotePath(path)).join(", ")}])
     WHERE stats_null_count < num_values`,
  );
  const entityOf = new Map(files.map(({path, entity}) => [path, entity]));
  return new Set(rows.map(({path, field}) => `${entityOf.get(path)}.${field}`));
}
