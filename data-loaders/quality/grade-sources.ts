import {type Criterion, type Finding, type Grade, gradeFindings, worstOf} from "../stats/quality-grade.ts";
import {findSilences, type Silence, usualSilence} from "../stats/silences.ts";
import {findThinMonths} from "../stats/thin-months.ts";
import {type Cell, fromDay, toDay} from "./count-source.ts";
import {entityChecks} from "./entity-checks.ts";

/** A count of `source_counts`, over all files and entry points. */
export type SourceCount = Pick<Cell, "month" | "subject" | "rows"> & {
  entity: string;
  measure: Cell["measure"] | "last";
};

/** The quality of a source, or of all of them, in a month or as a whole. */
export interface QualityRow {
  /** `all`: every source. */
  entity: string;
  /** `2026-10`, or `all`: everything that was delivered. */
  period: string;
  records: number;
  accepted: number;
  rejected: number;
  declared: number;
  duplicates: number;
  repeated: number;
  orphans: number;
  out_of_range: number;
  needed_empty: number;
  newest_on: string | null;
  days_behind: number | null;
  silent_days: number;
  usual_rows: number | null;
  grade: Grade;
  reason: Criterion | null;
  reason_entity: string | null;
  reason_value: number | null;
}

export interface GradeOptions {
  /** Months of the data, `2026-10`, in order. */
  months: readonly string[];
  /** Last day of data. */
  asOf: string;
  /** The shop says what the last day of data is: what is later is left out, and spoils nothing. */
  isAsOfGiven: boolean;
}

const ALL = "all";
/** Months that silences and thin volumes count for in the grade of the whole: older ones move no figure of today. */
const RECENT_MONTHS = 12;
/** A feed with fewer days has no rhythm to fall behind. */
const FEWEST_DAYS = 10;

/** Grades every source and all together, as a whole and by month; sources without a time only as a whole. */
export function gradeSources(counts: readonly SourceCount[], options: GradeOptions): QualityRow[] {
  const last = counts.find(({measure}) => measure === "last")?.rows;
  const today = options.isAsOfGiven || last === undefined ? toDay(options.asOf) : last;
  const entities = [...new Set(counts.map(({entity}) => entity))].sort();
  const rows = entities.flatMap((entity) =>
    gradeSource(
      entity,
      counts.filter((count) => count.entity === entity),
      today,
      options,
    ),
  );
  const totals = [ALL, ...options.months].map((period) =>
    gradeAll(
      period,
      rows.filter((row) => row.period === period),
    ),
  );
  return [...totals, ...rows];
}

function gradeSource(
  entity: string,
  counts: readonly SourceCount[],
  today: number,
  {months, isAsOfGiven}: GradeOptions,
): QualityRow[] {
  const byMonth = new Map<string, SourceCount[]>();
  for (const count of counts) byMonth.set(count.month, [...(byMonth.get(count.month) ?? []), count]);
  const days = listDays(byMonth);
  const behind = days.length ? Math.max(0, today - days.at(-1)!) : null;
  const patience = days.length >= FEWEST_DAYS ? usualSilence(days) : null;
  const isStale = behind !== null && patience !== null && behind > patience;
  const silences = [...findSilences(days), ...(isStale ? [{from: days.at(-1)! + 1, to: today}] : [])];
  const feed = months.filter((month) => days.length && month >= monthOf(days[0]!));
  const volumes = findThinMonths(
    feed.map((month) => ({
      rows: sum(byMonth.get(month) ?? [], "accepted"),
      days: Math.min(endOf(month), today) - Math.max(startOf(month), days[0]!) + 1,
    })),
  );

  const monthly = feed.map((month, i): QualityRow => {
    const own = byMonth.get(month) ?? [];
    const {usual, isThin} = volumes[i]!;
    const figures = addUp(own);
    const silent = countSilent(silences, startOf(month), endOf(month));
    const findings: Finding[] = [
      ...findShares(own),
      {criterion: "silent", value: silent},
      ...(isThin ? [{criterion: "thin" as const, value: 1 - figures.accepted / usual!}] : []),
    ];
    const newest = maximum(own, "newest");
    return {
      ...{entity, period: month, ...figures, repeated: 0, silent_days: silent},
      ...{newest_on: newest === null ? null : fromDay(newest), days_behind: null, usual_rows: usual},
      ...describe(findings, entity),
    };
  });

  const recent = monthly.slice(-RECENT_MONTHS);
  const from = feed.length ? startOf(recent[0]!.period) : 0;
  const silent = days.length ? countSilent(findSilences(days), from, today) : 0;
  const figures = addUp(counts);
  const thinnest = Math.max(
    0,
    ...volumes.slice(-RECENT_MONTHS).map(({usual, isThin}, i) => (isThin ? 1 - recent[i]!.accepted / usual! : 0)),
  );
  const findings: Finding[] = [
    ...findShares(counts),
    {criterion: "stray", value: isAsOfGiven ? 0 : sum(counts, "range", STRAY)},
    {criterion: "repeated", value: share(figures.repeated, figures.accepted), rows: figures.repeated},
    ...(behind !== null && patience !== null ? [{criterion: "stale" as const, value: behind / patience}] : []),
    {criterion: "silent", value: silent},
    {criterion: "thin", value: thinnest},
  ];
  const whole: QualityRow = {
    ...{entity, period: ALL, ...figures, silent_days: silent},
    ...{newest_on: days.length ? fromDay(days.at(-1)!) : null, days_behind: behind, usual_rows: null},
    ...describe(findings, entity),
  };
  return [whole, ...monthly];
}

/** The name of the rule that finds a last day which cannot be right. */
const STRAY = "far after all others";

/** What can be said of a month as of the whole: shares of rows. */
function findShares(counts: readonly SourceCount[]): Finding[] {
  const {records, accepted, rejected, declared, duplicates, out_of_range} = addUp(counts);
  const wrong = out_of_range - sum(counts, "range", STRAY);
  const of = (criterion: Criterion, rows: number, all: number): Finding => ({criterion, value: share(rows, all), rows});
  return [
    of("rejected", rejected + duplicates, records - declared),
    of("range", wrong, accepted),
    ...listSubjects(counts, "orphan").map((field) =>
      of("orphan", sum(counts, "orphan", field), accepted - sum(counts, "empty", field)),
    ),
    ...listSubjects(counts, "needed").map((field) => of("needed", sum(counts, "needed", field), accepted)),
  ];
}

function describe(findings: readonly Finding[], entity: string) {
  const {grade, worst} = gradeFindings(findings);
  return {
    grade,
    reason: worst?.criterion ?? null,
    reason_entity: worst ? entity : null,
    reason_value: worst?.value ?? null,
  };
}

function gradeAll(period: string, rows: readonly QualityRow[]): QualityRow {
  const {grade, part} = worstOf(rows.map((row) => ({...row, isSales: entityChecks[row.entity]?.isSales ?? false})));
  const total = (name: (typeof summed)[number]) => rows.reduce((all, row) => all + row[name], 0);
  const newest = rows.flatMap(({newest_on}) => newest_on ?? []).sort();
  return {
    entity: ALL,
    period,
    ...(Object.fromEntries(summed.map((name) => [name, total(name)])) as Record<(typeof summed)[number], number>),
    newest_on: newest.at(-1) ?? null,
    days_behind: null,
    usual_rows: null,
    grade,
    reason: part?.reason ?? null,
    reason_entity: part?.reason_entity ?? null,
    reason_value: part?.reason_value ?? null,
  };
}

const summed = [
  "records",
  "accepted",
  "rejected",
  "declared",
  "duplicates",
  "repeated",
  "orphans",
  "out_of_range",
  "needed_empty",
  "silent_days",
] as const;

function addUp(counts: readonly SourceCount[]) {
  const [accepted, rejected, declared, duplicates] = (["accepted", "rejected", "declared", "duplicate"] as const).map(
    (measure) => sum(counts, measure),
  ) as [number, number, number, number];
  return {
    records: accepted + rejected + declared + duplicates,
    ...{accepted, rejected, declared, duplicates},
    repeated: sum(counts, "repeated"),
    orphans: sum(counts, "orphan"),
    out_of_range: sum(counts, "range"),
    needed_empty: sum(counts, "needed"),
  };
}

function sum(counts: readonly SourceCount[], measure: SourceCount["measure"], subject?: string): number {
  let total = 0;
  for (const count of counts)
    if (count.measure === measure && (subject === undefined || count.subject === subject)) total += count.rows;
  return total;
}

function maximum(counts: readonly SourceCount[], measure: SourceCount["measure"]): number | null {
  const values = counts.filter((count) => count.measure === measure).map(({rows}) => rows);
  return values.length ? Math.max(...values) : null;
}

function listSubjects(counts: readonly SourceCount[], measure: SourceCount["measure"]): string[] {
  return [...new Set(counts.filter((count) => count.measure === measure).map(({subject}) => subject))].sort();
}

function share(rows: number, all: number): number {
  return rows === 0 ? 0 : rows / all;
}

/** The days that have rows, in order. */
function listDays(byMonth: ReadonlyMap<string, readonly SourceCount[]>): number[] {
  return [...byMonth.keys()]
    .filter(Boolean)
    .sort()
    .flatMap((month) => {
      const mask = byMonth.get(month)!.reduce((bits, {measure, rows}) => (measure === "mask" ? bits | rows : bits), 0);
      const first = startOf(month);
      return Array.from({length: 31}, (_, i) => i).flatMap((i) => (mask & (1 << i) ? [first + i] : []));
    });
}

function countSilent(silences: readonly Silence[], from: number, to: number): number {
  return silences.reduce(
    (days, silence) => days + Math.max(0, Math.min(silence.to, to) - Math.max(silence.from, from) + 1),
    0,
  );
}

function startOf(month: string): number {
  return toDay(`${month}-01`);
}

function endOf(month: string): number {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return Date.UTC(year, number, 0) / 86_400_000;
}

function monthOf(day: number): string {
  return fromDay(day).slice(0, 7);
}
