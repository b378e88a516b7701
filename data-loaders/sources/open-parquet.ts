import {basename} from "node:path";
import {describeEngineError} from "../engine/describe-engine-error.ts";
import type {Engine} from "../engine/duckdb.ts";
import {quotePath} from "../engine/sql-text.ts";
import {UserError} from "../user-error.ts";
import type {OpenFile} from "./open-csv.ts";

/**
 * Opens a Parquet file; the rows are counted from its footer.
 *
 * @throws UserError where it is none
 */
export async function openParquet(engine: Engine, path: string): Promise<OpenFile> {
  const sql = `read_parquet(${quotePath(path)}, hive_partitioning = false)`;
  const describe = async () => {
    const columns = await engine.rows<{column_name: string; column_type: string}>(`DESCRIBE SELECT * FROM ${sql}`);
    const [footer] = await engine.rows<{n: bigint}>(
      `SELECT num_rows AS n FROM parquet_file_metadata(${quotePath(path)})`,
    );
    return {
      columns: columns.map(({column_name: name, column_type: type}) => ({name, type})),
      records: Number(footer!.n),
    };
  };
  const {columns, records} = await describe().catch((error: unknown) => {
    throw new UserError(
      `${basename(path)}: not a Parquet file (${describeEngineError(error).replaceAll(`${path}`, basename(path))})`,
      {cause: error},
    );
  });
  return {
    relation: {sql, columns, casts: []},
    records,
    numbering: {first: 1},
    readMalformed: async () => [],
    close() {},
  };
}
