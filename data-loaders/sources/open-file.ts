import type {Source} from "../config/source-schema.ts";
import type {Engine} from "../warehouse/engine.ts";
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
    case "csv":
      return openCsv(engine, option, source, path, temporary, style);
    case "json":
      return openJson(engine, option, source, path, temporary, style);
    case "parquet":
      return openParquet(engine, path);
    case "xlsx":
      return openXlsx(engine, option, source, path, temporary, style);
  }
}
