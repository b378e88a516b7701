import {DataType, tableFromIPC} from "apache-arrow";
import {readRaw, type SiteText} from "./site-text.ts";

/** Reads the names of an Arrow file's columns, what is noted beside them, every text in it, and its bytes as they are. */
export function* readArrowTexts(bytes: Uint8Array): Generator<SiteText> {
  yield* readRaw(bytes);
  const {schema, batches} = tableFromIPC(bytes);
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

/** Names of an Arrow file's columns. */
export function readArrowColumns(bytes: Uint8Array): string[] {
  return tableFromIPC(bytes).schema.fields.map(({name}) => name);
}
