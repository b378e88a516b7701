import type {Figure, FigureRow, Figures} from "./read-figures.ts";

/** A figure that two releases give differently. */
export interface Change {
  table: string;
  /** The row but its month: `segment=champions, horizon_months=1`; empty where the month says all. */
  row: string;
  /** `2026-10`; null where the table is not by month. */
  month: string | null;
  measure: string;
  /** Null: withheld, unknown, or no such row. */
  before: Figure;
  after: Figure;
}

export interface CompareOptions {
  /** Largest difference of two numbers that is none, as a share of the larger one (default 1e-9: the last digits). */
  tolerance?: number;
  /** Whether a month was published before, so that a new row of it is a change; default: every month. */
  isPublished?: (month: string) => boolean;
}

/** What a row that one of two releases lacks has in every measure. */
const absent: Pick<FigureRow, "values"> = {values: []};

/** Lists the figures that differ between two releases of a table, in the order of the rows. */
export function compareFigures(before: Figures, after: Figures, options: CompareOptions = {}): Change[] {
  const {tolerance = 1e-9, isPublished = () => true} = options;
  const measures = [...new Set([...before.measures, ...after.measures])];
  const at = (measure: string) => [before.measures.indexOf(measure), after.measures.indexOf(measure)] as const;
  const columns = measures.map((measure) => [measure, ...at(measure)] as const);
  const changes: Change[] = [];
  for (const id of new Set([...before.rows.keys(), ...after.rows.keys()])) {
    const [old, now] = [before.rows.get(id), after.rows.get(id)];
    const {key, month} = (now ?? old)!;
    if (month !== null && !isPublished(month)) continue;
    for (const [measure, i, j] of columns) {
      const from = (old ?? absent).values[i] ?? null;
      const to = (now ?? absent).values[j] ?? null;
      if (isEqual(from, to, tolerance)) continue;
      changes.push({table: after.table, row: describeRow(after.key, key), month, measure, before: from, after: to});
    }
  }
  return changes;
}

function isEqual(a: Figure, b: Figure, tolerance: number): boolean {
  if (a === b) return true;
  if (typeof a !== "number" || typeof b !== "number") return false;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

function describeRow(columns: readonly string[], values: readonly Figure[]): string {
  return columns
    .map((column, i) => [column, values[i]] as const)
    .filter(([column]) => column !== "month")
    .map(([column, value]) => `${column}=${value ?? "none"}`)
    .join(", ");
}
