import type {Snapshot} from "./snapshots.ts";

/** Somebody in a state at a snapshot: for how many snapshots in a row, and which other state came before. */
export interface Stay {
  t: number;
  state: string;
  months: number;
  /** `unknown`: none. */
  previous: string;
  isFromStart: boolean;
  /** Whether they are in another state at the next snapshot. */
  isLeaving: boolean;
}

/** Everybody at every snapshot, by walking back from it. */
export function listStays(snapshots: readonly Snapshot[]): Stay[] {
  return snapshots.flatMap(({persons}, t) =>
    [...persons.values()].map(({customer, state}) => {
      const stateAt = (i: number) => snapshots[i]?.persons.get(customer)?.state;
      let first = t;
      while (stateAt(first - 1) === state) first--;
      const next = stateAt(t + 1);
      return {
        t,
        state,
        months: t - first + 1,
        previous: stateAt(first - 1) ?? "unknown",
        isFromStart: first === 0,
        isLeaving: next !== undefined && next !== state,
      };
    }),
  );
}

/** Mean and median; null of nothing. */
export function describeLengths(lengths: readonly number[]): [mean: number | null, median: number | null] {
  if (lengths.length === 0) return [null, null];
  const sorted = [...lengths].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  return [sorted.reduce((sum, length) => sum + length, 0) / sorted.length, median];
}
