/** What decides which moves day edges allow. */
interface MoveRules {
  /** Cells of the score cube with their segments. */
  cells: readonly {r: number; segment: string}[];
  /** Most days since the last order for the scores 5, 4, 3 and 2. */
  recencyDays: readonly number[];
  /** Whether recency counts from the last touch: then days say nothing of when somebody ordered. Default: no. */
  countsTouches?: boolean;
  /** Days between the two snapshots. */
  daysBetween: number;
  /** Days from the first day of the window to the later snapshot: who last ordered longer ago has lapsed. */
  windowDays: number;
}

/** Days since the last order, both ends included. */
type Range = readonly [number, number];

const ANY: Range = [0, Number.POSITIVE_INFINITY];

/**
 * The moves between states that recency edges rule out within a horizon, whatever people do: somebody who orders is seen
 * again within the days between the snapshots, somebody who does not ages by exactly those days.
 *
 * @returns pairs of keys [from, to]; `outside` is never ruled out, because its rule is not one of recency alone
 */
export function findImpossibleMoves(rules: MoveRules): [string, string][] {
  const {countsTouches = false, daysBetween, windowDays} = rules;
  const ranges = listRanges(rules);
  const seenAgain: Range = [0, daysBetween - 1];

  const reachable = (from: string): Range[] => {
    if (from === "outside") return [ANY];
    return [
      seenAgain,
      ...(ranges.get(from) ?? []).map(([low, high]): Range => [low + daysBetween, high + daysBetween]),
    ];
  };
  const allowed = (to: string): Range[] => {
    if (to === "outside") return [ANY];
    if (to === "lapsed") return [[windowDays + 1, Number.POSITIVE_INFINITY]];
    return ranges
      .get(to)!
      .map(([low, high]): Range => [low, Math.min(high, windowDays)])
      .filter(([low, high]) => low <= high);
  };
  const isPossible = (from: string, to: string) => {
    if (to === "prospect") return from === "prospect" || from === "unknown";
    if (from === to && from === "lapsed") return true;
    if (countsTouches && to === "lapsed" && ranges.has(from)) return true;
    return reachable(from).some((a) => allowed(to).some((b) => a[0] <= b[1] && b[0] <= a[1]));
  };

  const segments = [...ranges.keys()];
  const origins = [...segments, "lapsed", "outside", "prospect", "unknown"];
  const targets = [...segments, "lapsed", "outside", "prospect"];
  return origins.flatMap((from) =>
    targets.filter((to) => !isPossible(from, to)).map((to): [string, string] => [from, to]),
  );
}

/** Segment → the ranges of days that its recency scores stand for. */
function listRanges({cells, recencyDays}: MoveRules): Map<string, Range[]> {
  const scores = new Map<string, Set<number>>();
  for (const {segment, r} of cells) scores.set(segment, (scores.get(segment) ?? new Set()).add(r));
  return new Map([...scores].map(([segment, own]) => [segment, [...own].map((r) => rangeOf(r, recencyDays))]));
}

function rangeOf(score: number, edges: readonly number[]): Range {
  return [score === 5 ? 0 : edges[4 - score]! + 1, edges[5 - score] ?? Number.POSITIVE_INFINITY];
}
