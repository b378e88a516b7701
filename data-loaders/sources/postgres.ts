import type {PostgresSourceInput} from "../config/source-schema.ts";

/** A table of a PostgreSQL database, or what a query makes of some. */
export function postgres(options: Omit<PostgresSourceInput, "kind">): PostgresSourceInput {
  return {kind: "postgres", ...options};
}
