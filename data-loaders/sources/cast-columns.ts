import type {ColumnType} from "../config/source-schema.ts";
import {quoteName} from "../engine/sql-text.ts";
import {castText, type TextStyle} from "./cast-text.ts";
import type {FileRelation} from "./mapping-sql.ts";

const castTypes: Record<ColumnType, string> = {
  text: "VARCHAR",
  integer: "BIGINT",
  decimal: "DECIMAL(18, 4)",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
  instant: "TIMESTAMP WITH TIME ZONE",
};

/**
 * Columns of text with the types that they are declared to have; beside each one that was cast stands what was read.
 *
 * @param read SQL of a relation whose columns are texts
 * @param also further columns of it that are passed on
 */
export function castColumns(
  read: string,
  names: readonly string[],
  types: Readonly<Record<string, ColumnType>>,
  style: TextStyle,
  also: readonly string[] = [],
): FileRelation {
  const columns = names.map((name) => ({name, kind: types[name] ?? "text"}));
  const casts = columns.flatMap(({name, kind}) => (kind === "text" ? [] : [{name, given: `${name} as read`, kind}]));
  const selected = columns.flatMap(({name, kind}) => {
    const text = quoteName(name);
    return kind === "text"
      ? [text]
      : [`${castText(text, kind, style)} AS ${text}`, `${text} AS ${quoteName(`${name} as read`)}`];
  });
  return {
    sql: `(SELECT ${[...selected, ...also.map(quoteName)].join(", ")} FROM ${read})`,
    columns: columns.map(({name, kind}) => ({name, type: castTypes[kind]})),
    casts,
  };
}
