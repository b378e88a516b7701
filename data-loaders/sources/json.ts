import type {JsonSourceInput} from "../config/source-schema.ts";

/** JSON, plain or gzip: one array of objects, or with `lines` an object on each line. */
export function json(options: Omit<JsonSourceInput, "kind">): JsonSourceInput {
  return {kind: "json", ...options};
}
