import type {SegmentLookup, SegmentState} from "../../segment-lookup.ts";
import type {CategoryAffinityRow} from "./category-affinity-row.ts";

/** A cell that is no chance: two standard errors of the shares' difference, and a tenth more or less than everybody. */
const LEAST_Z = 2;
const LEAST_DIFFERENCE = 0.1;

export interface AffinityFacts {
  level: "category" | "department";
  /** Segments with a cell, strongest first. */
  segments: SegmentState[];
  /** Categories with a cell: those that most buyers bought first. */
  items: string[];
  get(segment: string, item: string): CategoryAffinityRow | undefined;
  /** For each segment what stands out most, above and below 1, where anything does. */
  extremes: {state: SegmentState; strong: CategoryAffinityRow | undefined; weak: CategoryAffinityRow | undefined}[];
}

export function getAffinityFacts(rows: readonly CategoryAffinityRow[], names: SegmentLookup): AffinityFacts {
  const level = rows.some((row) => row.level === "category") ? "category" : "department";
  const own = rows.filter((row) => row.level === level);
  const byCell = new Map(own.map((row) => [`${row.segment}\n${row.item}`, row]));
  const segments = names.states.filter(({key}) => own.some((row) => row.segment === key));
  const bases = new Map(own.map((row) => [row.item, row.base_share]));
  const items = [...bases].sort(([a, x], [b, y]) => y - x || compare(a, b)).map(([item]) => item);
  return {
    level,
    segments,
    items,
    get: (segment, item) => byCell.get(`${segment}\n${item}`),
    extremes: segments.map((state) => {
      const telling = own
        .filter((row) => row.segment === state.key && isTelling(row))
        .sort((a, b) => b.affinity - a.affinity || compare(a.item, b.item));
      const weakest = telling.at(-1);
      return {
        state,
        strong: telling[0] && telling[0].affinity > 1 ? telling[0] : undefined,
        weak: weakest && weakest.affinity < 1 ? weakest : undefined,
      };
    }),
  };
}

function isTelling({share, base_share, state_buyers, affinity}: CategoryAffinityRow): boolean {
  if (Math.abs(affinity - 1) < LEAST_DIFFERENCE) return false;
  const error = Math.sqrt((base_share * (1 - base_share)) / state_buyers);
  return Math.abs(share - base_share) >= LEAST_Z * error;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
