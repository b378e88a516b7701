import type {Move} from "./moves.ts";

export interface ProofError {
  state: string;
  expected: number;
  actual: number;
}

export interface Proof {
  /** How many states were compared. */
  of: number;
  errors: ProofError[];
}

/** Compares the matrix' row (`from`) or column (`to`) sums with the published sizes of that month, state by state. */
export function proveSums(moves: readonly Move[], side: "from" | "to", sizes: ReadonlyMap<string, number>): Proof {
  const sums = new Map<string, number>();
  for (const move of moves) sums.set(move[side], (sums.get(move[side]) ?? 0) + move.customers);
  const errors = [...sizes]
    .map(([state, expected]) => ({state, expected, actual: sums.get(state) ?? 0}))
    .filter(({expected, actual}) => expected !== actual);
  return {of: sizes.size, errors};
}
