import type {Source} from "../config/source-schema.ts";
import {describeEngineError} from "../engine/describe-engine-error.ts";
import type {Engine} from "../engine/duckdb.ts";
import {quoteName} from "../engine/sql-text.ts";
import type {Entity} from "../entities/entity.ts";
import {listProblems, UserError} from "../user-error.ts";
import type {TextStyle} from "./cast-text.ts";
import type {Expression, FileRelation, Mapping} from "./mapping-sql.ts";

/**
 * Binds the expressions of a source's configuration to the columns of its file.
 *
 * @throws UserError for a required field that nothing delivers, and naming each option that is no SQL expression over the
 * columns, or no condition where one is needed
 */
export async function bindMapping(
  engine: Engine,
  entityName: string,
  entity: Entity,
  source: Source,
  file: string,
  relation: FileRelation,
  style: TextStyle,
): Promise<Mapping> {
  const option = `sources.${entityName}`;
  const describe = (sql: string, error: unknown) =>
    `cannot read ${JSON.stringify(sql)}: ${describeEngineError(error)}; ${file} has ${names.join(", ")}${isOneColumn(source, names) ? `; is ${option}.delimiter right?` : ""}`;
  const names = relation.columns.flatMap(({name, isOurs}) => (isOurs ? [] : [name]));
  const problems: string[] = [];
  const fields: Mapping["fields"] = [];
  for (const [name, field] of Object.entries(entity.fields)) {
    const sql = source.map ? source.map[name] : names.includes(name) ? name : undefined;
    if (sql === undefined) {
      if (field.required)
        problems.push(
          `${source.kind === "csv" ? `${file}:1` : file}: missing column ${JSON.stringify(name)} for ${entityName}; the file has ${names.join(", ")}; ${adviseOnMissing(option, source, names)}`,
        );
      continue;
    }
    const expression = await bind(engine, sql, relation).catch((error: unknown) =>
      problems.push(`${option}.map.${name}: ${describe(sql, error)}`),
    );
    if (typeof expression !== "number") fields.push({name, field, expression});
  }
  const rejects: Mapping["rejects"] = [];
  for (const [rule, sql] of Object.entries(source.reject ?? {})) {
    const expression = await bind(engine, sql, relation).catch((error: unknown) =>
      problems.push(`${option}.reject.${rule}: ${describe(sql, error)}`),
    );
    if (typeof expression === "number") continue;
    if (expression.type !== "BOOLEAN")
      problems.push(`${option}.reject.${rule}: expected a condition, got ${expression.type}: ${JSON.stringify(sql)}`);
    else rejects.push({rule, expression});
  }
  const delivered = fields.map(({name}) => name);
  for (const name of source.key ?? [])
    if (!delivered.includes(name))
      problems.push(
        `${option}.key: the file delivers no field ${JSON.stringify(name)}; it has ${delivered.join(", ")}`,
      );
  if (problems.length) throw new UserError(listProblems(problems));
  return {fields, rejects, style};
}

async function bind(engine: Engine, sql: string, {columns}: FileRelation): Promise<Expression> {
  const column = columns.find(({name}) => name === sql);
  if (column) return {sql: quoteName(sql), type: column.type, isColumn: true, canTry: false};
  const empty = columns.map(({name, type}) => `CAST(NULL AS ${type}) AS ${quoteName(name)}`).join(", ");
  // The column beside it makes an aggregate an error: one row would come back for the whole file.
  const describe = (expression: string) =>
    engine.rows<{column_type: string}>(
      `DESCRIBE SELECT ${expression} AS value, ${quoteName(columns[0]!.name)} AS beside FROM (SELECT ${empty})`,
    );
  const described = await describe(`(\n${sql}\n)`);
  if (described.length !== 2) throw new Error("expected one expression");
  const canTry = await describe(`TRY(struct_pack(v := (\n${sql}\n)))`).then(
    () => true,
    () => false,
  );
  return {sql, type: described[0]!.column_type, isColumn: false, canTry};
}

function adviseOnMissing(option: string, source: Source, names: readonly string[]): string {
  return isOneColumn(source, names) ? `is ${option}.delimiter right?` : `name its own column in ${option}.map`;
}

/** Whether a text file seems to have another delimiter than the one by which it was read. */
function isOneColumn(source: Source, names: readonly string[]): boolean {
  return source.kind === "csv" && names.length === 1 && /[,;\t|]/.test(names[0]!);
}
