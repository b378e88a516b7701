import {rmSync} from "node:fs";
import {basename} from "node:path";
import type {XlsxSource} from "../config/source-schema.ts";
import type {Engine} from "../engine/duckdb.ts";
import {quoteName, quoteText} from "../engine/sql-text.ts";
import {castColumns} from "./cast-columns.ts";
import type {TextStyle} from "./cast-text.ts";
import {findSheet} from "./find-sheet.ts";
import {readMalformedRows} from "./malformed-rows.ts";
import type {OpenFile} from "./open-csv.ts";
import {checkHeader, readCsvSql} from "./read-csv-sql.ts";
import {ERROR_MARK, writeSheetCopy} from "./write-sheet-copy.ts";

/**
 * Opens a sheet of an Excel workbook: writes it again as text, and compares with the rows that stand in its file.
 *
 * @param temporary path beside which temporary files may be written
 * @throws UserError for what is no workbook, a damaged one, and a sheet or column that it does not have
 */
export async function openXlsx(
  engine: Engine,
  option: string,
  source: XlsxSource,
  path: string,
  temporary: string,
  style: TextStyle,
): Promise<OpenFile> {
  const copy = `${temporary}.text`;
  const close = () => rmSync(copy, {force: true});
  try {
    const sheet = await findSheet(path, option, source.sheet);
    const {header, headerRow, records, jumps} = await writeSheetCopy(path, sheet, source.headerRow, copy);
    const names = checkHeader(`${basename(path)}:${headerRow}`, header, source.columns);
    const relation = castColumns(readCsvSql(copy, names, {delimiter: ",", quote: '"'}), names, source.columns, style);
    const invalid = names.map((name) => {
      const text = quoteName((source.columns[name] ?? "text") === "text" ? name : `${name} as read`);
      return {
        rule: "an error in the cell",
        field: name,
        column: name,
        condition: `coalesce(starts_with(${text}, ${quoteText(ERROR_MARK)}), false)`,
        value: `substr(${text}, 2)`,
      };
    });
    return {
      relation: {...relation, invalid},
      records,
      numbering: {first: headerRow + 1, ...(jumps.length ? {jumps} : {})},
      async readMalformed() {
        // The copy has its header on line 1.
        const rows = await readMalformedRows(engine, basename(path));
        return rows.map((row) => {
          const record = row.record + headerRow - 1;
          return {...row, record, line: record};
        });
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
