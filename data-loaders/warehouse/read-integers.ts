import type {Engine} from "../engine/duckdb.ts";

/** The parts of the engine's integer vectors that are copied whole. */
interface IntegerVector {
  items: Int32Array;
  validity: {data: BigUint64Array | null};
}

/**
 * Runs a query whose columns are all INTEGER and never null, and returns them as typed arrays: a hundred times faster than
 * rows, for numeric kernels over millions of lines.
 *
 * @throws Error for a column of another type, or with a null
 */
export async function readIntegers(engine: Engine, sql: string): Promise<Int32Array[]> {
  const result = await engine.connection.stream(sql);
  const names = result.columnNames();
  const columns = names.map((name, i) => {
    if (String(result.columnType(i)) !== "INTEGER") throw new Error(`${name} is ${result.columnType(i)}, not INTEGER`);
    return new Int32Array(1024);
  });
  let rows = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const end = rows + chunk.rowCount;
    columns.forEach((column, i) => {
      const {items, validity} = chunk!.getColumnVector(i) as unknown as IntegerVector;
      if (hasNull(validity.data, items.length)) throw new Error(`${names[i]} is null in a row`);
      if (end > column.length) {
        columns[i] = new Int32Array(2 * end);
        columns[i]!.set(column);
      }
      columns[i]!.set(items, rows);
    });
    rows = end;
  }
  return columns.map((column) => column.slice(0, rows));
}

function hasNull(words: BigUint64Array | null, length: number): boolean {
  if (words === null) return false;
  for (let i = 0; i < length; i++) if (((words[i >> 6]! >> BigInt(i & 63)) & 1n) === 0n) return true;
  return false;
}
