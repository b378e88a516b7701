import {createHash} from "node:crypto";
import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {createRequire} from "node:module";
import type * as Arrow from "apache-arrow";
import type {Engine} from "../engine/duckdb.ts";
import {quoteName, quoteText} from "../engine/sql-text.ts";
import type {Column} from "./contract.ts";

// Required, not imported: as a CommonJS tree the library loads in half the time.
const {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int8,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} = createRequire(import.meta.url)("apache-arrow") as typeof Arrow;

/** Rows in a record batch: fixed, so that the bytes do not depend on how the engine cuts its results. */
const BATCH_ROWS = 65_536;

export interface ArrowFile {
  rows: number;
  bytes: number;
  sha256: string;
}

/**
 * Writes a table as an Arrow IPC stream: Int32, Float64, dictionary of Utf8, Bool and Date, nulls kept, in the order of the
 * given columns' key. The same rows give the same bytes.
 *
 * Text is written as codes into a sorted dictionary: the engine hands over integers, which is several times faster than strings.
 * Codes are as narrow as the dictionary allows: most have a dozen words, and cubes consist of little else.
 *
 * @param table an existing table
 * @throws Error where a value does not fit its declared type (an integer over 2³¹ − 1)
 */
export async function exportArrow(
  engine: Engine,
  table: string,
  columns: readonly Column[],
  orderBy: readonly string[],
  path: string,
): Promise<ArrowFile> {
  const dictionaries = new Map<string, Arrow.Vector<Arrow.Utf8>>();
  for (const {name, type} of columns)
    if (type === "text") dictionaries.set(name, await defineDictionary(engine, table, name));
  const fields = columns.map(
    (column, id) => new Field(column.name, arrowType(column, id, dictionaries.get(column.name)), column.isNullable),
  );
  const schema = new Schema(fields);
  const selected = columns.map((column) => `${asNumber(table, column)} AS ${quoteName(column.name)}`).join(", ");
  const sorted = orderBy.length
    ? ` ORDER BY ${orderBy.map((name) => `${quoteName(name)} NULLS FIRST`).join(", ")}`
    : "";

  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  const file = createWriteStream(path);
  const hash = createHash("sha256");
  let bytes = 0;
  const pump = (async () => {
    for await (const chunk of writer as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      if (!file.write(chunk)) await once(file, "drain");
    }
  })();

  let rows = 0;
  const buffers = columns.map((column, i) => new ColumnBuffer(column, fields[i]!.type));
  const flush = () => {
    const length = buffers[0]!.length;
    const children = buffers.map((buffer, i) => buffer.take(dictionaries.get(columns[i]!.name)));
    writer.write(new RecordBatch(schema, makeData({type: new Struct(fields), length, nullCount: 0, children})));
  };
  const result = await engine.connection.stream(`SELECT ${selected} FROM ${table}${sorted}`);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (let start = 0; start < chunk.rowCount; ) {
      const length = Math.min(chunk.rowCount - start, BATCH_ROWS - buffers[0]!.length);
      buffers.forEach((buffer, i) => {
        buffer.append(chunk!.getColumnVector(i) as unknown as NumberVector, start, length);
      });
      rows += length;
      start += length;
      if (buffers[0]!.length === BATCH_ROWS) flush();
    }
  }
  if (buffers[0]!.length > 0 || rows === 0) flush();
  writer.finish();
  await pump;
  file.end();
  await once(file, "close");
  return {rows, bytes, sha256: hash.digest("hex")};
}

/** The parts of the engine's numeric vectors that are copied whole. */
interface NumberVector {
  items: Int32Array | Float64Array;
  validity: {data: BigUint64Array | null};
}

class ColumnBuffer {
  length = 0;
  private readonly values: Int8Array | Int16Array | Int32Array | Float64Array;
  private readonly valid = new Uint8Array(BATCH_ROWS);
  private readonly column: Column;
  private readonly type: Arrow.DataType;

  constructor(column: Column, type: Arrow.DataType) {
    this.column = column;
    this.type = type;
    const {ArrayType} = type instanceof Dictionary ? type.indices : type;
    this.values = type instanceof Bool ? new Int8Array(BATCH_ROWS) : new ArrayType(BATCH_ROWS);
  }

  append({items, validity}: NumberVector, start: number, length: number): void {
    this.values.set(items.subarray(start, start + length), this.length);
    if (validity.data === null) this.valid.fill(1, this.length, this.length + length);
    else {
      const words = new Uint8Array(validity.data.buffer, validity.data.byteOffset, validity.data.byteLength);
      for (let i = 0; i < length; i++) {
        const row = start + i;
        this.valid[this.length + i] = (words[row >> 3]! >> (row & 7)) & 1;
        // What stands in a null's place is arbitrary and would make bytes differ.
        if (this.valid[this.length + i] === 0) this.values[this.length + i] = 0;
      }
    }
    this.length += length;
  }

  take(dictionary: Arrow.Vector<Arrow.Utf8> | undefined): Arrow.Data {
    const {length, column, type} = this;
    const nullCount = length - this.valid.subarray(0, length).reduce((sum, bit) => sum + bit, 0);
    if (nullCount > 0 && !column.isNullable)
      throw new Error(`${column.name} is null in ${nullCount} rows; declare it as ${column.type}? or fill it`);
    const nullBitmap = nullCount > 0 ? packBits(this.valid, length) : null;
    const data = column.type === "boolean" ? packBits(this.values, length) : this.values.slice(0, length);
    this.length = 0;
    const base = {length, nullCount, nullBitmap, data};
    return (
      dictionary
        ? makeData({type: type as Arrow.Dictionary<Arrow.Utf8, Arrow.Int32>, ...base, dictionary})
        : makeData({type: type as Arrow.Int32, ...base})
    ) as Arrow.Data;
  }
}

function packBits(values: ArrayLike<number>, length: number): Uint8Array {
  const bits = new Uint8Array(((length + 63) >> 6) << 3);
  for (let i = 0; i < length; i++) if (values[i]) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

async function defineDictionary(engine: Engine, table: string, name: string): Promise<Arrow.Vector<Arrow.Utf8>> {
  const quoted = quoteName(name);
  const words = await engine.rows<{word: string}>(
    `SELECT DISTINCT ${quoted} AS word FROM ${table} WHERE ${quoted} IS NOT NULL ORDER BY word`,
  );
  const type = nameOfWords(table, name);
  await engine.run(`DROP TYPE IF EXISTS ${type}`);
  await engine.run(
    `CREATE TYPE ${type} AS ENUM (${words.length ? words.map(({word}) => quoteText(word)).join(", ") : "''"})`,
  );
  return vectorFromArray(
    words.map(({word}) => word),
    new Utf8(),
  );
}

/** Types are seen by every connection, and two tables may be exported at a time. */
function nameOfWords(table: string, column: string): string {
  return quoteName(`words of ${table} ${column}`);
}

function asNumber(table: string, {name, type}: Column): string {
  if (type === "text") return `CAST(enum_code(CAST(${quoteName(name)} AS ${nameOfWords(table, name)})) AS INTEGER)`;
  if (type === "date") return `CAST(CAST(${quoteName(name)} AS DATE) - DATE '1970-01-01' AS INTEGER)`;
  return `CAST(${quoteName(name)} AS ${type === "number" || type === "money" ? "DOUBLE" : "INTEGER"})`;
}

function arrowType({type}: Column, id: number, words: Arrow.Vector | undefined): Arrow.DataType {
  if (words) return new Dictionary(new Utf8(), codeType(words.length), id);
  if (type === "date") return new DateDay();
  if (type === "boolean") return new Bool();
  return type === "integer" ? new Int32() : new Float64();
}

/** The narrowest integers that number so many words. */
function codeType(words: number) {
  if (words <= 2 ** 7) return new Int8();
  return words <= 2 ** 15 ? new Int16() : new Int32();
}
