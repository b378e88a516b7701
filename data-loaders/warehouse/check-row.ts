import {UserError} from "../user-error.ts";
import type {Column, DeclaredType} from "./contract.ts";
import type {ModelRow} from "./model.ts";

/**
 * Holds a row that was computed in TypeScript against the columns of its table.
 *
 * @param place file and row, for the message
 * @throws UserError naming place and column for a value that is missing or not of the declared type
 */
export function checkRow(
  row: ModelRow,
  columns: readonly Pick<Column, "name" | "type" | "isNullable">[],
  place: string,
): void {
  for (const {name, type, isNullable} of columns) {
    const value = row[name];
    if (!(value === null && isNullable) && !fits(value, type))
      throw new UserError(
        `${place}: ${name}: expected ${type}${isNullable ? " or null" : ""}, got ${JSON.stringify(value)}`,
      );
  }
}

function fits(value: unknown, type: DeclaredType): boolean {
  if (type === "text") return typeof value === "string";
  if (type === "boolean") return typeof value === "boolean";
  if (type === "date") return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return typeof value === "number" && (type === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value));
}
