import {quoteName, quoteText} from "../engine/sql-text.ts";
import type {Field, FieldType} from "../entities/entity.ts";
import {castText, kindNames, type TextKind, type TextStyle, toShopTime} from "./cast-text.ts";

/** SQL type of each field type. */
export const sqlTypes: Record<FieldType, string> = {
  text: "VARCHAR",
  integer: "BIGINT",
  money: "DECIMAL(18, 4)",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
};

/** A relation over a file: its columns with the types that they are read as. */
export interface FileRelation {
  sql: string;
  columns: {name: string; type: string; isOurs?: true}[];
  /** Columns that a text file is declared to have a type for: what was read, by which name, and as what. */
  casts: {name: string; given: string; kind: TextKind}[];
  /**
   * Records that are no rows, whatever the mapping makes of them: SQL over the relation that says so, what to show,
   * and the column where it is about one. */
  invalid?: {rule: string; field: string; condition: string; value: string; column?: string}[];
}

/** An SQL expression over a file's columns, bound to them. */
export interface Expression {
  sql: string;
  type: string;
  /** Whether it is a column as it stands in the file. */
  isColumn: boolean;
  /** Whether a row for which it fails can be told from the others; random and nested queries cannot be tried. */
  canTry: boolean;
}

export interface MappedField {
  name: string;
  field: Field;
  expression: Expression;
}

/** What a source makes of its file. */
export interface Mapping {
  fields: MappedField[];
  /** Reason → condition. */
  rejects: {rule: string; expression: Expression}[];
  style: TextStyle;
}

interface Rejection {
  rule: string;
  field: string;
  condition: string;
  value: string;
}

/**
 * The SELECT that turns a file's columns into an entity's fields and marks the rows that break a rule, in the columns
 * `reject_rule`, `reject_field` and `reject_value`: why, in which field, with what value.
 *
 * A row is marked by the first rule that it breaks: no row at all, what the shop declares as none of its business, then an expression
 * that cannot be computed, a value that is not of the field's type or beyond belief, a missing value, a failed check.
 *
 * The engine must not share parts of expressions (`withoutSharing`): what it shares it takes out of the TRY.
 */
export function mapToEntity(relation: FileRelation, {fields, rejects, style}: Mapping): string {
  // An error in a column that nothing reads spoils no row.
  const used = [...fields, ...rejects].map(({expression}) => expression.sql).join("\n");
  const invalid = (relation.invalid ?? []).filter(({column}) => column === undefined || used.includes(column));
  const tried = [
    ...invalid.flatMap(({condition, value}, i) => [
      `${condition} AS is_invalid_${i}`,
      `${value} AS ${quoteName(`invalid ${i} as read`)}`,
    ]),
    ...relation.casts.flatMap(({name, given}) => [`${quoteName(name)} AS ${castName(name)}`, quoteName(given)]),
    ...fields.map(({name, expression}) => `${tryTo(expression)} AS ${tryName(name)}`),
    ...rejects.map(
      ({expression}, i) =>
        `${tryTo({...expression, sql: `coalesce((\n${expression.sql}\n), false)`})} AS declared_${i}`,
    ),
  ];
  const given = fields.map(
    ({name, expression}) => `${expression.canTry ? `${tryName(name)}.v` : tryName(name)} AS ${givenName(name)}`,
  );
  const typed = fields.map(
    ({name, field, expression}) => `${toField(givenName(name), field.type, expression, style)} AS ${name}`,
  );
  const rejections = [
    ...invalid.map(({rule, field}, i) => ({
      rule,
      field,
      condition: `is_invalid_${i}`,
      value: quoteName(`invalid ${i} as read`),
    })),
    ...rejects.flatMap(({rule, expression}, i) => listDeclared(rule, expression, `declared_${i}`)),
    ...relation.casts.map(rejectCast),
    ...fields.flatMap(rejectField),
  ];
  const broken = rejections.length
    ? `CASE ${rejections.map(({condition}, i) => `WHEN ${condition} THEN ${i + 1}`).join(" ")} END`
    : "CAST(NULL AS INTEGER)";
  const list = (texts: string[]) => `list_extract([${texts.map(quoteText).join(", ")}], broken)`;
  const values = rejections.map(({value}, i) => `WHEN ${i + 1} THEN CAST(${value} AS VARCHAR)`).join(" ");
  const names = fields.map(({name}) => name);
  return `SELECT ${[
    ...names,
    `CASE WHEN broken IS NOT NULL THEN ${list(rejections.map(({rule}) => rule))} END AS reject_rule`,
    `CASE WHEN broken IS NOT NULL THEN ${list(rejections.map(({field}) => field))} END AS reject_field`,
    `CASE WHEN broken IS NOT NULL THEN CASE broken ${values} END END AS reject_value`,
  ].join(", ")}
  FROM (SELECT *, ${broken} AS broken
    FROM (SELECT *, ${typed.join(", ")}
      FROM (SELECT *, ${given.join(", ")}
        FROM (SELECT ${tried.join(", ")} FROM ${relation.sql}))))`;
}

const givenName = (name: string) => quoteName(`${name} as given`);
const tryName = (name: string) => quoteName(`${name} as tried`);
const castName = (name: string) => quoteName(`${name} as cast`);

/** A struct whose value may be null, or NULL where the expression fails. */
function tryTo({sql, canTry}: Expression): string {
  return canTry ? `TRY(struct_pack(v := (\n${sql}\n)))` : `(\n${sql}\n)`;
}

function listDeclared(rule: string, {sql, canTry}: Expression, column: string): Rejection[] {
  const declared = {rule, field: "", condition: canTry ? `${column}.v` : column, value: "NULL"};
  return canTry
    ? [
        declared,
        {rule: `cannot be computed: ${rule}`, field: "reject", condition: `${column} IS NULL`, value: quoteText(sql)},
      ]
    : [declared];
}

function rejectCast({name, given, kind}: FileRelation["casts"][number]): Rejection {
  const text = quoteName(given);
  return {
    rule: `invalid ${kindNames[kind]}`,
    field: name,
    condition: `${castName(name)} IS NULL AND trim(${text}) <> ''`,
    value: text,
  };
}

const kindOf: Record<Exclude<FieldType, "text">, TextKind> = {
  integer: "integer",
  money: "decimal",
  boolean: "boolean",
  date: "date",
  timestamp: "timestamp",
};

/** A value as given, brought to the field's type; NULL where it is not of it. */
function toField(given: string, type: FieldType, expression: Expression, style: TextStyle): string {
  if (type === "text") {
    const text = `CAST(${given} AS VARCHAR)`;
    // Blanks alone are no value: they would make one customer of all whose number is missing. Few texts begin with one:
    // the plain ones are below "!", the others (no-break and its like) not below U+00A0.
    return `CASE WHEN ${text} >= '!' AND ${text} < '\u00a0' THEN ${text} WHEN trim(${text}) <> '' THEN ${text} END`;
  }
  if (expression.type === "VARCHAR")
    return castText(given, kindOf[type], expression.isColumn ? style : {timeZone: style.timeZone});
  const isTime = type === "timestamp" || type === "date";
  if (isTime && expression.type === "TIMESTAMP WITH TIME ZONE")
    return `CAST(${toShopTime(given, style)} AS ${sqlTypes[type]})`;
  const cast = `TRY_CAST(${given} AS ${sqlTypes[type]})`;
  return type === "integer" && /^(DOUBLE|FLOAT|DECIMAL)/.test(expression.type)
    ? `CASE WHEN trunc(${given}) = ${given} THEN ${cast} END`
    : cast;
}

const believable: Partial<Record<FieldType, {rule: string; sql: (name: string) => string}>> = {
  date: {
    rule: "day out of range (1900 to 2199)",
    sql: (name) => `${name} BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'`,
  },
  timestamp: {
    rule: "time out of range (1900 to 2199)",
    sql: (name) => `${name} >= TIMESTAMP '1900-01-01' AND ${name} < TIMESTAMP '2200-01-01'`,
  },
};

function rejectField({name, field, expression}: MappedField): Rejection[] {
  const given = givenName(name);
  const rejections: Rejection[] = [];
  const add = (rule: string, condition: string, value: string) =>
    rejections.push({rule, field: name, condition, value});
  if (expression.canTry) add("cannot be computed", `${tryName(name)} IS NULL`, quoteText(expression.sql));
  const isGiven = expression.type === "VARCHAR" ? `trim(${given}) <> ''` : `${given} IS NOT NULL`;
  if (field.type !== "text") add(`invalid ${kindNames[kindOf[field.type]]}`, `${name} IS NULL AND ${isGiven}`, given);
  const range = believable[field.type];
  if (range) add(range.rule, `NOT (${range.sql(name)})`, given);
  if (field.required) add("missing value", `${name} IS NULL`, given);
  if (field.check) add(field.check.rule, `NOT (${field.check.sql})`, given);
  return rejections;
}
