import type {EarlierReleases} from "../../../data-loaders/warehouse/earlier-releases.ts";

export type RestatementCause = "definition_change" | "merges" | "returns" | "late_data" | "unexplained";

/** `restatements`: a figure of a published month that a release gives otherwise than the one before it. */
export interface RestatementRow {
  release_no: number;
  /** Null: this release. */
  release: string | null;
  compared_with: string;
  published_table: string;
  month: Date;
  /** `segment=champions, horizon_months=1`; empty where the month says all. */
  row_key: string;
  measure: string;
  /** Null: withheld, or no such row. */
  old_value: number | null;
  new_value: number | null;
  /** Several with `+` between them. */
  cause: string;
}

/** What pages know of earlier releases. */
export interface ReleaseHistory {
  /** Undefined in a site that is no release, and in a first one. */
  earlier: EarlierReleases | undefined;
  restatements: readonly RestatementRow[];
}

/** The causes that a row names. */
export const listCauses = ({cause}: {cause: string}) => cause.split("+") as RestatementCause[];

/** Tables that the report leads with, the most telling first. */
const leading = ["monthly-sales", "slide-trend", "segment-sizes", "pool", "life-cycle", "segment-migration"];

/** Rows in the order in which a reader asks for them: tables of the report first, newest month first. */
export function sortByWeight(rows: readonly RestatementRow[]): RestatementRow[] {
  const weight = ({published_table}: RestatementRow) => {
    const i = leading.indexOf(published_table);
    return i < 0 ? leading.length : i;
  };
  return rows
    .map((row, i) => ({row, i}))
    .sort((a, b) => weight(a.row) - weight(b.row) || b.row.month.getTime() - a.row.month.getTime() || a.i - b.i)
    .map(({row}) => row);
}
