import type {Entity, Field, FieldType} from "../entities/entity.ts";
import {quoteName, quoteText} from "../warehouse/sql-text.ts";

/** SQL type of each field type. */
export const sqlTypes: Record<FieldType, string> = {
  text: "VARCHAR",
  integer: "BIGINT",
  money: "DECIMAL(18, 4)",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
};

/** Columns beside the entity's own in a stored source: why a row was rejected, in which field, with what value. */
export const rejectColumns = ["reject_rule", "reject_field", "reject_value"] as const;

interface Rejection {
  rule: string;
  field: string;
  condition: string;
  value: string;
}

/**
 * The SELECT that turns a file's columns into an entity's fields and marks the rows that break a rule.
 *
 * A row is marked by the first rule that it breaks: what the shop declares as none of its business, then a value that is
 * not of the field's type, a missing value, a failed check.
 *
 * @param from the relation to read, as SQL
 * @param columns names of the relation's columns, for fields that are mapped to a column of the same name
 */
export function mapToEntity(entity: Entity, from: string, columns: readonly string[], options: {map?: Record<string, string> | undefined; reject?: Record<string, string> | undefined}): string {
  const mapped = listMappedFields(entity, columns, options.map);
  const given = (name: string) => quoteName(`${name} as given`);
  const inner = mapped.flatMap(({name, field, sql}) =>
    field.type === "text" ? [`${toText(sql)} AS ${name}`] : [`(${sql}) AS ${given(name)}`, `${toTyped(sql, field)} AS ${name}`],
  );
  const declared = Object.entries(options.reject ?? {}).map(([rule, condition], i) => ({rule, condition, column: `declared_${i}`}));
  const rejections: Rejection[] = [
    ...declared.map(({rule, column}) => ({rule, field: "", condition: column, value: "NULL"})),
    ...mapped.flatMap(({name, field}) => listRejections(name, field, field.type === "text" ? name : given(name))),
  ];
  const pick = (choose: (rejection: Rejection) => string) =>
    rejections.length ? `CASE ${rejections.map((rejection) => `WHEN ${rejection.condition} THEN ${choose(rejection)}`).join(" ")} END` : "NULL";
  const outer = [
    ...mapped.map(({name}) => name),
    `${pick(({rule}) => quoteText(rule))} AS reject_rule`,
    `${pick(({field}) => quoteText(field))} AS reject_field`,
    `${pick(({value}) => `CAST(${value} AS VARCHAR)`)} AS reject_value`,
  ];
  const conditions = declared.map(({condition, column}) => `coalesce(${condition}, false) AS ${column}`);
  return `SELECT ${outer.join(", ")} FROM (SELECT ${[...inner, ...conditions].join(", ")} FROM ${from})`;
}

/** The fields that a source delivers, each with the SQL that makes it. */
export function listMappedFields(entity: Entity, columns: readonly string[], map?: Record<string, string>): {name: string; field: Field; sql: string}[] {
  return Object.entries(entity.fields).flatMap(([name, field]) => {
    if (map) return name in map ? [{name, field, sql: columns.includes(map[name]!) ? quoteName(map[name]!) : map[name]!}] : [];
    return columns.includes(name) ? [{name, field, sql: quoteName(name)}] : [];
  });
}

function toText(sql: string): string {
  return sql.startsWith('"') ? `CAST(${sql} AS VARCHAR)` : `nullif(CAST(${sql} AS VARCHAR), '')`;
}

function toTyped(sql: string, field: Field): string {
  return `TRY_CAST((${sql}) AS ${sqlTypes[field.type]})`;
}

const typeNames: Record<FieldType, string> = {
  text: "text",
  integer: "whole number",
  money: "amount",
  boolean: "true or false",
  date: "day",
  timestamp: "time",
};

function listRejections(name: string, field: Field, given: string): Rejection[] {
  const rejections: Rejection[] = [];
  if (field.type !== "text")
    rejections.push({rule: `invalid ${typeNames[field.type]}`, field: name, condition: `${name} IS NULL AND ${given} IS NOT NULL`, value: given});
  if (field.required) rejections.push({rule: "missing value", field: name, condition: `${name} IS NULL`, value: given});
  if (field.check) rejections.push({rule: field.check.rule, field: name, condition: `NOT (${field.check.sql})`, value: name});
  return rejections;
}
