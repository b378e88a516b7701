import type {CsvSourceInput} from "../config/source-schema.ts";

/** Text with separators, plain or gzip: one record a line, the first one naming the columns. */
export function csv(options: Omit<CsvSourceInput, "kind">): CsvSourceInput {
  return {kind: "csv", ...options};
}
