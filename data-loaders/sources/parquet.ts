import type {ParquetSource} from "../config/source-schema.ts";

/** A Parquet file; its columns have types of their own. */
export function parquet(options: Omit<ParquetSource, "kind">): ParquetSource {
  return {kind: "parquet", ...options};
}
