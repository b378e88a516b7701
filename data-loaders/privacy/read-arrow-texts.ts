import {type Data, DataType, tableFromIPC} from "apache-arrow";
import {readRaw, type SiteText} from "./site-text.ts";

/**
 * Reads the names of an Arrow file's columns, what is noted beside them, every text in it, and its bytes but for those of
 * numbers, which look like anything.
 */
export function* readArrowTexts(bytes: Uint8Array): Generator<SiteText> {
  const {schema, batches} = tableFromIPC(bytes);
  const rest = Uint8Array.from(bytes);
  for (const batch of batches) for (const column of batch.data.children) eraseNumbers(column, bytes, rest);
  yield* readRaw(rest);
  const notes = [schema.metadata, ...schema.fields.map(({metadata}) => metadata)].flatMap((map) => [...map].flat());
  for (const text of [...schema.fields.map(({name}) => name), ...notes]) yield {text, isProse: true};
  const seen = new Set<string>();
  for (const batch of batches)
    schema.fields.forEach(({type}, i) => {
      const column = batch.getChildAt(i)!;
      const values = DataType.isDictionary(type)
        ? column.data[0]?.dictionary
        : DataType.isUtf8(type)
          ? column
          : undefined;
      for (const value of values ?? []) if (typeof value === "string") seen.add(value);
    });
  for (const text of seen) yield {text, isProse: true};
}

/** Erases from a copy of a file what a column holds beside text: numbers, positions, and which values are absent. */
function eraseNumbers(column: Data, bytes: Uint8Array, copy: Uint8Array): void {
  const numbers = DataType.isUtf8(column.type) ? [] : [column.values];
  for (const part of [...numbers, column.valueOffsets, column.nullBitmap] as (ArrayBufferView | undefined)[])
    if (part && part.buffer === bytes.buffer) {
      const start = part.byteOffset - bytes.byteOffset;
      copy.fill(0, start, start + part.byteLength);
    }
  for (const piece of column.dictionary?.data ?? []) eraseNumbers(piece, bytes, copy);
}

/** Names of an Arrow file's columns. */
export function readArrowColumns(bytes: Uint8Array): string[] {
  return tableFromIPC(bytes).schema.fields.map(({name}) => name);
}
