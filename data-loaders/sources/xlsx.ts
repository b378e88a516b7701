import type {XlsxSourceInput} from "../config/source-schema.ts";

/** A sheet of an Excel workbook: a row of names, then a record a row. */
export function xlsx(options: Omit<XlsxSourceInput, "kind">): XlsxSourceInput {
  return {kind: "xlsx", ...options};
}
