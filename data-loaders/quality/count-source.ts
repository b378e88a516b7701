import type {DeliveredSource} from "../warehouse/model.ts";
import {
  listCounts,
  type MeasureOptions,
  selectCounts,
  selectEntries,
  selectRejected,
  selectRepeated,
} from "./measure-source.ts";

/**
 * A count of a source's rows. `mask` and `newest` are no counts: the days of the month that have rows, as bits, and the
 * newest day that is no later than the last day of data, in days since 1970.
 */
export interface Cell {
  /** Number of the file, from 1; 0 where files are not told apart. */
  file: number;
  /** Entry point; empty where it is not given. */
  entry: string;
  /** `2026-10`; empty where the row tells no month of the data. */
  month: string;
  measure:
    | "accepted"
    | "rejected"
    | "declared"
    | "duplicate"
    | "repeated"
    | "empty"
    | "needed"
    | "orphan"
    | "range"
    | "later"
    | "mask"
    | "newest";
  /** The rule or field; of a rejected row both. */
  subject: string;
  rows: number;
}

type Query = <T>(sql: string) => Promise<T[]>;

/** How many times as many rows, or estimated people, as the privacy limit it takes for an entry point to be named. */
const ROWS = 10;
const PEOPLE = 2;

/**
 * Counts the rows of a source: what came, what was rejected and why, and which of the accepted ones are empty, point
 * nowhere or cannot be right.
 *
 * @param minCustomers the privacy limit: smaller entry points are put together as `other`
 */
export async function countSource(
  query: Query,
  source: DeliveredSource,
  {minCustomers, ...options}: Omit<MeasureOptions, "entries"> & {minCustomers: number},
): Promise<Cell[]> {
  const measured = {...source, fileRows: source.files.map(({rows}) => rows)};
  const entries = await nameEntries(query, selectEntries(measured), minCustomers);
  const complete = {...options, entries};
  const accepted = await query<CountedRow>(selectCounts(measured, complete));
  const isRejecting = source.files.some(({report}) => report.rejected > 0);
  const rejected = isRejecting ? await query<RejectedRow>(selectRejected(measured, complete)) : [];
  const repeated = selectRepeated(measured);
  const [again] = repeated ? await query<{rows: bigint}>(repeated) : [];
  return [
    ...toCells(accepted, listCounts(measured, complete)),
    ...rejected.map(({file, entry, month, field, rule, rows}) => ({
      ...{file: Number(file), entry, month, rows: Number(rows)},
      ...nameRejection(field, rule, isDeclared(source, field, rule)),
    })),
    ...listMalformed(source, rejected),
    ...(again?.rows
      ? [{file: 0, entry: "", month: "", measure: "repeated" as const, subject: "", rows: Number(again.rows)}]
      : []),
  ];
}

interface CountedRow {
  file: number;
  entry: string;
  month: string;
  rows: bigint;
  mask: bigint;
  newest: string | null;
  [count: `c${number}`]: bigint;
}

interface RejectedRow {
  file: number;
  entry: string;
  month: string;
  field: string;
  rule: string;
  rows: bigint;
}

async function nameEntries(query: Query, sql: string | undefined, minCustomers: number): Promise<string[]> {
  if (!sql) return [];
  const found = await query<{entry: string; rows: bigint; people: bigint | null; all_rows: bigint}>(sql);
  const size = ({rows, people}: (typeof found)[number]) => Number(people ?? rows) / (people === null ? ROWS : PEOPLE);
  const named = found.filter((entry) => size(entry) >= minCustomers && entry.rows >= minCustomers);
  const others = found.filter((entry) => !named.includes(entry));
  const isListed = found.reduce((sum, {rows}) => sum + rows, 0n) === (found[0]?.all_rows ?? 0n);
  const isSmall = () => others.reduce((sum, entry) => sum + size(entry), 0) < minCustomers;
  while ((others.length || !isListed) && named.length && isSmall()) others.push(named.pop()!);
  return named.map(({entry}) => entry);
}

function toCells(rows: readonly CountedRow[], counts: ReturnType<typeof listCounts>): Cell[] {
  return rows.flatMap((row) => {
    const place = {file: Number(row.file), entry: row.entry, month: row.month};
    const cells: Cell[] = [{...place, measure: "accepted", subject: "", rows: Number(row.rows)}];
    if (row.month) cells.push({...place, measure: "mask", subject: "", rows: Number(row.mask)});
    if (row.newest) cells.push({...place, measure: "newest", subject: "", rows: toDay(row.newest)});
    for (const [i, {measure, subject}] of counts.entries())
      if (row[`c${i}`]) cells.push({...place, measure, subject, rows: Number(row[`c${i}`])});
    return cells;
  });
}

/** Records that are no rows lie in no table: what the reports count beyond the rejected rows. */
function listMalformed({files}: DeliveredSource, rejected: readonly RejectedRow[]): Cell[] {
  const known = new Map<string, number>();
  for (const {field, rule, rows} of rejected) known.set(field + rule, (known.get(field + rule) ?? 0) + Number(rows));
  const cells: Cell[] = [];
  for (const [i, {report}] of files.entries())
    for (const {rule, field, count, isDeclared: declared} of report.rejects) {
      const seen = Math.min(count, known.get(field + rule) ?? 0);
      known.set(field + rule, (known.get(field + rule) ?? 0) - seen);
      if (count === seen) continue;
      const file = files.length > 1 ? i + 1 : 0;
      cells.push({file, entry: "", month: "", ...nameRejection(field, rule, declared), rows: count - seen});
    }
  return cells;
}

function nameRejection(field: string, rule: string, declared: boolean): Pick<Cell, "measure" | "subject"> {
  if (rule === "repeated key") return {measure: "duplicate", subject: field};
  if (declared) return {measure: "declared", subject: rule};
  return {measure: "rejected", subject: field ? `${field}: ${rule}` : rule};
}

function isDeclared({files}: DeliveredSource, field: string, rule: string): boolean {
  return files.some(({report}) =>
    report.rejects.some((reject) => reject.isDeclared && reject.rule === rule && reject.field === field),
  );
}

/** Days since 1970. */
export function toDay(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

/** The day as it is written, `2026-10-31`. */
export function fromDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
