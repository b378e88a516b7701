import {privateColumns} from "./private-fields.ts";

/** A published table: the columns that its file declares are all that it may have. */
export interface PublishedColumns {
  /** `segment-sizes` */
  name: string;
  columns: readonly {name: string}[];
}

/** What is wrong with the columns of a file of the site, where it is a table: undeclared ones, and those of private data. */
export async function listColumnProblems(
  file: string,
  bytes: Uint8Array,
  tables: readonly PublishedColumns[],
): Promise<string[]> {
  if (!file.endsWith(".arrow")) return [];
  const {readArrowColumns} = await import("./read-arrow-texts.ts");
  const name = /([a-z0-9-]+)(?:\.[\da-f]{8})?\.arrow$/.exec(file)?.[1];
  const declared = tables.find((table) => table.name === name)?.columns.map((column) => column.name);
  if (!declared) return [`${file}: not a published table`];
  return readArrowColumns(bytes).flatMap((column) => [
    ...(declared.includes(column) ? [] : [`${file}: undeclared column ${column}`]),
    ...(privateColumns.has(column) ? [`${file}: private column ${column}`] : []),
  ]);
}
