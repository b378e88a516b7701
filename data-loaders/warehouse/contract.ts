/** Types of a table's columns as declared; `money` is DECIMAL(18,4) in models and a double once published. */
export const declaredTypes = ["text", "integer", "number", "money", "boolean", "date", "timestamp"] as const;
export type DeclaredType = (typeof declaredTypes)[number];

export interface Column {
  name: string;
  type: DeclaredType;
  /** Whether the column may be null (written `type?`). */
  isNullable: boolean;
  about: string;
}

/** A rule that a table must satisfy: a condition on each row, or a SELECT that finds the rows that break it. */
export interface Check {
  rule: string;
  sql: string;
}

/** Whether a check is a SELECT that finds the rows that break it, and not a condition on each row. */
export function isQuery(sql: string): boolean {
  return /^(select|with)\b/i.test(sql);
}

/** What a table promises, written in the head comment of its file. */
export interface Contract {
  /** One sentence: what one row is. */
  grain: string;
  key: string[];
  columns: Column[];
  checks: Check[];
  /** Computed month by month, each month a stored file of its own. */
  isMonthly: boolean;
  /** Kept as a query, not as a stored file. */
  isView: boolean;
  /** Column whose months are fingerprinted apart, so that a change of one month rebuilds only what reads that month. */
  monthsOf?: string;
  /**
   * Months of a monthly input that one month needs, relative to it: input → [first, last]; −Infinity is the beginning, and
   * `-$name` stands for an option of the configuration.
   */
  reads: Record<string, [number | string, number]>;
  /**
   * The table has no rows where none of these has: tables, or fields of sources (`source_orders.card_token`) that no file
   * delivers. Then it is not even asked for.
   */
  emptyWithout?: string[];
  /** Option of the configuration, `privacy.publishCustomers`, without which the table is not published. */
  onlyWith?: string;
}

/**
 * Reads the head comment of an SQL file:
 *
 *     -- One row per month and segment: …
 *     -- key: month, segment
 *     -- columns:
 *     --   month     date      first day of the month
 *     --   revenue   number?   may be null
 *     -- checks:
 *     --   customers are not negative: customers >= 0
 *
 * and, in models, `view`, `each: month`, `months of: column`, `reads: table -12..0` and `empty without: table, table.field`;
 * in published tables `only with: option` and, where equal rows are meant to be, `key: none`.
 *
 * @throws Error for a line that cannot be read and for a head without grain or key
 */
export function parseContract(sql: string): Contract {
  const lines = /^(?:--[^\n]*\n)*/
    .exec(sql)![0]
    .split("\n")
    .map((line) => line.replace(/^-- ?/, ""));
  const contract: Contract = {grain: "", key: [], columns: [], checks: [], isMonthly: false, isView: false, reads: {}};
  let block: "grain" | "columns" | "checks" = "grain";
  for (const line of lines) {
    const [, word, rest = ""] =
      /^(key|columns|checks|each|reads|months of|empty without|only with|view):?(?: (.*))?$/.exec(line) ?? [];
    if (word === "key") contract.key = listWords(rest);
    else if (word === "columns" || word === "checks") block = word;
    else if (word === "each") contract.isMonthly = rest === "month";
    else if (word === "view") contract.isView = true;
    else if (word === "months of") contract.monthsOf = rest;
    else if (word === "empty without") contract.emptyWithout = [...(contract.emptyWithout ?? []), ...listWords(rest)];
    else if (word === "only with") contract.onlyWith = rest;
    else if (word === "reads") Object.assign(contract.reads, parseReads(rest));
    else if (/^ {2}\S/.test(line) && block === "columns") contract.columns.push(parseColumn(line.trim()));
    else if (/^ {2}\S/.test(line) && block === "checks") contract.checks.push(parseCheck(line.trim()));
    else if (/^ {4,}\S/.test(line) && block === "checks" && contract.checks.length)
      contract.checks.at(-1)!.sql += ` ${line.trim()}`;
    else if (block === "grain") contract.grain = `${contract.grain} ${line.trim()}`.trim();
    else if (line.trim()) throw new Error(`cannot read the head comment at ${JSON.stringify(line)}`);
  }
  if (!contract.grain) throw new Error("the head comment does not say what one row is");
  if (!contract.key.length && !contract.isView) throw new Error("the head comment names no key");
  return contract.key.join() === "none" ? {...contract, key: []} : contract;
}

function listWords(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}

function parseColumn(line: string): Column {
  const [, name, type, nullable, about = ""] = /^(\w+)\s+(\w+)(\??)(?:\s+(.*))?$/.exec(line) ?? [];
  if (!name || !declaredTypes.includes(type as DeclaredType))
    throw new Error(`cannot read the column ${JSON.stringify(line)}; types are ${declaredTypes.join(", ")}`);
  return {name, type: type as DeclaredType, isNullable: nullable === "?", about};
}

function parseCheck(line: string): Check {
  const colon = line.indexOf(": ");
  if (colon < 0) throw new Error(`cannot read the check ${JSON.stringify(line)}; write \`rule: condition\``);
  return {rule: line.slice(0, colon), sql: line.slice(colon + 2)};
}

function parseReads(text: string): Contract["reads"] {
  const [, table, first, last] = /^(\w+) (-\d+|-\$\w+|0)?\.\.(-?\d+)$/.exec(text) ?? [];
  if (!table)
    throw new Error(
      `cannot read ${JSON.stringify(`reads: ${text}`)}; write \`reads: table -12..0\` or \`reads: table ..0\``,
    );
  return {[table]: [first?.startsWith("-$") ? first : Number(first ?? Number.NEGATIVE_INFINITY), Number(last)]};
}
