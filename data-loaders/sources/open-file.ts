import type {Source} from "../config/source-schema.ts";
import type {Engine} from "../engine/duckdb.ts";
import type {TextStyle} from "./cast-text.ts";
import {type OpenFile, openCsv} from "./open-csv.ts";
import {openJson} from "./open-json.ts";
import {openParquet} from "./open-parquet.ts";
import {openXlsx} from "./open-xlsx.ts";

/**
 * Opens a file of a source by its kind: whatever it is, it becomes a relation that the engine reads, with a count of its
 * records that the engine has no part in.
 *
 * @param temporary path beside which temporary files may be written
 */
export function openFile(
  engine: Engine,
  option: string,
  source: Source,
  path: string,
  temporary: string,
  style: TextStyle,
): Promise<OpenFile> {
  switch (source.kind) {
    case "api":
      return openJson(engine, option, {...source, kind: "json", lines: true, path}, path, temporary, style);
    case "csv":
      return openCsv(engine, option, source, path, temporary, style);
    case "json":
      return openJson(engine, option, source, path, temporary, style);
    case "parquet":
      return openParquet(engine, path);
    case "postgres": {
      const text = {delimiter: ",", quote: '"', decimalSeparator: ".", encoding: "utf-8"} as const;
      return numberRows(openCsv(engine, option, {...source, ...text, kind: "csv", path}, path, temporary, style));
    }
    case "xlsx":
      return openXlsx(engine, option, source, path, temporary, style);
  }
}

/** Rows of a database have numbers, and no lines. */
async function numberRows(opening: Promise<OpenFile>): Promise<OpenFile> {
  const opened = await opening;
  return {
    ...opened,
    numbering: {first: 1},
    async readMalformed() {
      return (await opened.readMalformed()).map((row) => ({...row, record: row.record - 1, line: row.record - 1}));
    },
  };
}
