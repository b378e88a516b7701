import {quotePath, quoteText} from "../engine/sql-text.ts";
import {entities} from "../entities/entities.ts";
import {sqlTypes} from "../sources/mapping-sql.ts";
import {type EntityChecks, entityChecks} from "./entity-checks.ts";

/** A source as it lies in the store, for counting. */
export interface MeasuredSource {
  entity: string;
  path: string;
  /** Fields that the source delivers. */
  fields: readonly string[];
  /** Fields that name a row; none where rows have no key. */
  key: readonly string[];
  /** Rows in the store of each file, rejected ones included. */
  fileRows: readonly number[];
}

export interface MeasureOptions {
  /** Last day of data, `2026-10-31`. */
  asOf: string;
  /** The shop says so: what is later is left out by choice. */
  isAsOfGiven: boolean;
  /** Entities that the shop delivers. */
  delivered: ReadonlySet<string>;
  /** Entry points that may be named; the others are `other`. */
  entries: readonly string[];
}

/** What is counted of every accepted row: a measure, its subject, and the condition under which a row counts. */
export interface Count {
  measure: "empty" | "needed" | "orphan" | "range" | "later";
  subject: string;
  condition: string;
}

/** Beyond so many files they are not told apart: the test of each row would cost too much. */
const MOST_FILES = 31;

/** Sources end on different days; so many days after the newest order nothing can have happened yet. */
const FAR_DAYS = 31;

/** Everything that is counted of an entity's accepted rows. */
export function listCounts({entity, fields}: MeasuredSource, {asOf, isAsOfGiven, delivered}: MeasureOptions): Count[] {
  const {date, links = {}, needed = {}, ranges = {}, orderRanges = {}} = checksOf(entity);
  const known = entities[entity]!.fields;
  const counts: Count[] = [];
  const add = (measure: Count["measure"], subject: string, condition: string) =>
    counts.push({measure, subject, condition});
  const isKnownYet = `coalesce(day <= ${day(asOf)}, true)`;
  for (const field of fields) if (!known[field]!.required) add("empty", field, `${field} IS NULL`);
  for (const [field, condition] of Object.entries(needed)) if (fields.includes(field)) add("needed", field, condition);
  for (const [field, target] of Object.entries(links))
    if (fields.includes(field) && isLinked(entity, target, delivered))
      add("orphan", field, `${field} IS NOT NULL AND ${isKnownYet} AND ${isUnknown(entity, field, target)}`);
  for (const [rule, condition] of Object.entries(ranges)) add("range", rule, condition.replaceAll("$as_of", day(asOf)));
  for (const [rule, condition] of Object.entries(orderRanges)) add("range", rule, condition);
  if (date) add("later", date, `day > ${day(asOf)}`);
  if (date && !isAsOfGiven) add("range", "long after the last day", `day > ${day(asOf)} + ${FAR_DAYS}`);
  return counts;
}

/**
 * The SELECT that counts an entity's accepted rows by file, entry point and month, in one pass: `rows`, `mask` (bit i is set
 * where day i + 1 has a row), `newest` (no later than `asOf`), and `c0`, `c1` … for what `listCounts` lists.
 */
export function selectCounts(source: MeasuredSource, options: MeasureOptions): string {
  const {entity} = source;
  const counts = listCounts(source, options);
  const {links = {}, orderRanges} = checksOf(entity);
  const hasOrder = entity !== "order_lines" && ("order_id" in links || orderRanges);
  const asOf = day(options.asOf);
  return `SELECT file, entry, coalesce(CASE WHEN day <= ${asOf} THEN strftime(day, '%Y-%m') END, '') AS month,
      CAST(sum(n) AS BIGINT) AS rows, CAST(bit_or(CASE WHEN day <= ${asOf} THEN 1 << (day(day) - 1) ELSE 0 END) AS BIGINT) AS mask,
      CAST(max(CASE WHEN day <= ${asOf} THEN day END) AS VARCHAR) AS newest${counts.map((_, i) => `, CAST(sum(c${i}) AS BIGINT) AS c${i}`).join("")}
    FROM (SELECT file, entry, day, count(*) AS n${counts.map(({condition}, i) => `, count(*) FILTER (WHERE ${condition}) AS c${i}`).join("")}
      FROM (SELECT t.*${hasOrder ? ", o.order_id AS known_order_id, o.ordered_on" : ""}
        FROM ${relationOf(source, options)} AS t${hasOrder ? " LEFT JOIN orders AS o ON o.order_id = t.order_id" : ""})
      GROUP BY file, entry, day)
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

/** The SELECT that counts an entity's rejected rows by file, entry point, month, field and rule. */
export function selectRejected(source: MeasuredSource, options: MeasureOptions): string {
  return `SELECT file, entry, coalesce(CASE WHEN day <= ${day(options.asOf)} THEN strftime(day, '%Y-%m') END, '') AS month,
      reject_field AS field, reject_rule AS rule, count(*) AS rows
    FROM ${relationOf(source, options, true)} GROUP BY ALL ORDER BY ALL`;
}

/** The SELECT that counts the accepted rows that say what another one said; undefined where a key forbids them. */
export function selectRepeated({entity, path, fields, key}: MeasuredSource): string | undefined {
  if (key.length || !fields.length) return undefined;
  // A text and its 64-bit hash: five million rows share one by chance once in a million runs.
  return `SELECT CAST(coalesce(sum(n - 1), 0) AS BIGINT) AS rows FROM (
    SELECT count(*) AS n FROM read_parquet(${quotePath(path)}, hive_partitioning = false) WHERE reject_rule IS NULL
    GROUP BY hash(${fields.filter((field) => field in entities[entity]!.fields).join(", ")}))`;
}

/** The SELECT that finds the most used entry points, their rows, about how many people are behind them, and the rows of all. */
export function selectEntries({entity, path, fields}: MeasuredSource): string | undefined {
  const {entry} = checksOf(entity);
  if (!entry || !fields.includes(entry)) return undefined;
  const people = fields.includes("customer_id") ? "approx_count_distinct(customer_id)" : "CAST(NULL AS BIGINT)";
  return `SELECT ${entry} AS entry, count(*) AS rows, ${people} AS people, CAST(sum(count(*)) OVER () AS BIGINT) AS all_rows
    FROM read_parquet(${quotePath(path)}, hive_partitioning = false) WHERE reject_rule IS NULL AND ${entry} IS NOT NULL
    GROUP BY 1 ORDER BY rows DESC, entry LIMIT 12`;
}

/** The rows of a source with file, entry point and day; all fields, those that it does not deliver as nulls. */
function relationOf(source: MeasuredSource, {entries}: MeasureOptions, isRejected = false): string {
  const {entity, path, fields, fileRows} = source;
  const {date, entry} = checksOf(entity);
  const columns = Object.entries(entities[entity]!.fields).map(([name, {type}]) =>
    fields.includes(name) ? name : `CAST(NULL AS ${sqlTypes[type]}) AS ${name}`,
  );
  const named =
    entry && fields.includes(entry)
      ? `CASE WHEN ${entry} IS NULL THEN '' ${entries.length ? `WHEN ${entry} IN (${entries.map(quoteText).join(", ")}) THEN ${entry}` : ""} ELSE 'other' END`
      : "''";
  return `(SELECT ${columns.join(", ")}, ${isRejected ? "reject_rule, reject_field, " : ""}${fileOf(fileRows)} AS file, ${named} AS entry,
      ${date && fields.includes(date) ? `CAST(${date} AS DATE)` : "CAST(NULL AS DATE)"} AS day
    FROM read_parquet(${quotePath(path)}, file_row_number = true, hive_partitioning = false)
    WHERE reject_rule IS ${isRejected ? "NOT " : ""}NULL)`;
}

/** Number of the file that a row comes from, from 1; 0 where there is one, or where there are too many. */
function fileOf(fileRows: readonly number[]): string {
  if (fileRows.length < 2 || fileRows.length > MOST_FILES) return "0";
  let end = 0;
  const branches = fileRows.map((rows, i) => {
    end += rows;
    return `WHEN file_row_number < ${end} THEN ${i + 1}`;
  });
  return `CASE ${branches.join(" ")} END`;
}

function isLinked(entity: string, target: string, delivered: ReadonlySet<string>): boolean {
  return delivered.has(target) || (target === "orders" && entity !== "order_lines");
}

/** An order is known where it has lines; a line's order, where it has a head. */
function isUnknown(entity: string, field: string, target: string): string {
  if (target === "orders" && entity !== "order_lines") return "known_order_id IS NULL";
  const key = entities[target]!.key![0]!;
  return `NOT (${field} IN (SELECT ${key} FROM source_${target}))`;
}

function checksOf(entity: string): EntityChecks {
  return entityChecks[entity]!;
}

const day = (text: string) => `DATE ${quoteText(text)}`;
