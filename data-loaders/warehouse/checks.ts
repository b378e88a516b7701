import type {Engine} from "../engine/duckdb.ts";
import {quoteName} from "../engine/sql-text.ts";
import {UserError} from "../user-error.ts";
import {type Check, type Column, type Contract, type DeclaredType, isQuery} from "./contract.ts";

/**
 * Holds a table against what its file promises: columns and types, nulls, the key, and each check. One pass decides; only
 * where a promise is broken are the rows looked for.
 *
 * @param table the table or view to look at
 * @throws UserError naming the file, the broken rule and the first rows that break it
 */
export async function checkContract(engine: Engine, table: string, file: string, contract: Contract): Promise<void> {
  await checkColumns(engine, table, file, contract.columns);
  const key = contract.key.map(quoteName);
  const conditions = listConditions(contract);
  const counts = [
    ...(key.length ? [`count(*) - count(DISTINCT ${key.length > 1 ? `(${key.join(", ")})` : key[0]})`] : []),
    ...conditions.map(({sql}) => `count(*) FILTER (WHERE NOT (${sql}))`),
  ];
  if (counts.length) {
    const [row] = await engine.rows<Record<string, bigint>>(
      `SELECT ${counts.map((count, i) => `${count} AS c${i}`).join(", ")} FROM ${table}`,
    );
    const broken = Object.values(row!).map((count) => count !== 0n);
    if (key.length && broken.shift())
      await failWithRows(
        engine,
        file,
        `${key.join(", ")} names one row`,
        `SELECT ${key.join(", ")}, count(*) AS row_count FROM ${table} GROUP BY ${key.join(", ")} HAVING count(*) > 1 OR ${key.map((name) => `${name} IS NULL`).join(" OR ")}`,
      );
    for (const [i, {rule, sql}] of conditions.entries())
      if (broken[i]) await failWithRows(engine, file, rule, `SELECT * FROM ${table} WHERE NOT (${sql})`);
  }
  for (const {rule, sql} of contract.checks.filter((check) => isQuery(check.sql)))
    await failWithRows(engine, file, rule, sql);
}

function listConditions({columns, key, checks}: Contract): Check[] {
  return [
    ...columns
      .filter((column) => !column.isNullable && !key.includes(column.name))
      .map(({name}) => ({rule: `${name} is never null`, sql: `${quoteName(name)} IS NOT NULL`})),
    ...checks.filter((check) => !isQuery(check.sql)),
  ];
}

const accepted: Record<DeclaredType, RegExp> = {
  text: /^VARCHAR$/,
  integer: /^(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/,
  number: /^(DOUBLE|DECIMAL.*)$/,
  money: /^DECIMAL.*$/,
  boolean: /^BOOLEAN$/,
  date: /^DATE$/,
  timestamp: /^TIMESTAMP$/,
};

async function checkColumns(engine: Engine, table: string, file: string, declared: readonly Column[]): Promise<void> {
  if (declared.length === 0) return;
  const found = await engine.rows<{column_name: string; column_type: string}>(`DESCRIBE ${table}`);
  const names = found.map((column) => column.column_name);
  const wanted = declared.map((column) => column.name);
  if (names.join() !== wanted.join())
    throw new UserError(`${file}: its columns are ${names.join(", ")}, but the head comment says ${wanted.join(", ")}`);
  for (const [i, {name, type}] of declared.entries())
    if (!accepted[type].test(found[i]!.column_type))
      throw new UserError(`${file}: ${name} is ${found[i]!.column_type}, but the head comment says ${type}`);
}

/** Fails where the query finds rows. */
async function failWithRows(engine: Engine, file: string, rule: string, sql: string): Promise<void> {
  const rows = await engine.rows(`SELECT * FROM (${sql}) LIMIT 4`);
  if (rows.length === 0) return;
  const shown = rows
    .slice(0, 3)
    .map((row) => `  ${JSON.stringify(row, (_, value) => (typeof value === "bigint" ? Number(value) : value))}`);
  throw new UserError(`${file}: broken: ${rule}\n${shown.join("\n")}${rows.length > 3 ? "\n  …" : ""}`);
}
