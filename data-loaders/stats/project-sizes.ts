import {quantile} from "./bootstrap.ts";

/** People by state at one snapshot and at a later one, everybody known at the later one counted once. */
export interface Transition {
  /** People from state to state, row by row: `moved[from · states + to]`. */
  moved: Float64Array;
  /** People who were not known at the first snapshot, by their state at the second. */
  arrived: Float64Array;
}

export interface Projection {
  /** People expected in each state. */
  expected: Float64Array;
  /** Ends of the interval that holds the month's actual number four times in five. */
  lower: Float64Array;
  upper: Float64Array;
}

/** One of the seeded draws that intervals are made of: how often each transition is in it, and which one more. */
export type Resample = {weights: Float64Array; further: number};

/** Whole numbers from low to high, both included, all equally likely; `RandomStream` is one. */
interface Dice {
  integer(low: number, high: number): number;
}

const LEVEL = 0.8;

/** Draws of `count` transitions with replacement, and one further each. */
export function drawResamples(count: number, replicates: number, dice: Dice): Resample[] {
  return Array.from({length: replicates}, () => {
    const weights = new Float64Array(count);
    for (let i = 0; i < count; i++) weights[dice.integer(0, count - 1)]!++;
    return {weights, further: dice.integer(0, count - 1)};
  });
}

/**
 * The sizes of states some months ahead: sizes × the matrix of transitions over that many months, pooled, plus the people who
 * arrive, the mean of the transitions. A state in which nobody was keeps its people.
 *
 * The interval is a bootstrap of whole months, matrix and arrivals together: each resample fits matrix and arrivals anew, and
 * adds what one further month, drawn at random, differed from the fit (Davison & Hinkley, Bootstrap Methods and their
 * Application, 1997, 6.3.3). So it holds what a single month may bring, not only what is uncertain about the mean.
 *
 * @param sizes people by state at the snapshot that is projected from
 * @param transitions over the same number of months, at least two
 * @param resamples drawn for that many transitions
 */
export function projectSizes(
  sizes: Float64Array,
  transitions: readonly Transition[],
  resamples: readonly Resample[],
): Projection {
  const states = sizes.length;
  const everyMonth = new Float64Array(transitions.length).fill(1);
  const left = transitions.map(({moved}) => addRows(moved, states));
  const expected = project(everyMonth);
  // What each month alone would make of the sizes, against the fit, which lies nearer to its own months than to another.
  const spread = Math.sqrt(transitions.length / (transitions.length - 1));
  const deviations = transitions.map((_, j) =>
    project(everyMonth.map((_, i) => Number(i === j))).map((size, state) => spread * (size - expected[state]!)),
  );

  const drawn = Array.from({length: states}, () => new Float64Array(resamples.length));
  resamples.forEach(({weights, further}, r) => {
    const fitted = project(weights);
    for (let state = 0; state < states; state++) drawn[state]![r] = fitted[state]! + deviations[further]![state]!;
  });
  for (const values of drawn) values.sort();
  const endAt = (share: number) => Float64Array.from(drawn, (values) => Math.max(0, quantile(values, share)));
  return {expected, lower: endAt((1 - LEVEL) / 2), upper: endAt((1 + LEVEL) / 2)};

  /** Sizes under the transitions, each counted as often as its weight says; where they know nobody of a state, under all. */
  function project(weights: Float64Array): Float64Array {
    const fitted = new Float64Array(states);
    for (let from = 0; from < states; from++) {
      const size = sizes[from]!;
      if (size === 0) continue;
      const used = countPeople(weights, from) > 0 ? weights : everyMonth;
      const people = countPeople(used, from);
      if (people === 0) fitted[from]! += size;
      else
        for (let j = 0; j < used.length; j++) {
          if (used[j] === 0) continue;
          const share = (used[j]! * size) / people;
          const {moved} = transitions[j]!;
          for (let to = 0; to < states; to++) fitted[to]! += share * moved[from * states + to]!;
        }
    }
    const months = weights.reduce((sum, weight) => sum + weight, 0);
    transitions.forEach(({arrived}, j) => {
      for (let to = 0; to < states; to++) fitted[to]! += (weights[j]! / months) * arrived[to]!;
    });
    return fitted;
  }

  function countPeople(weights: Float64Array, from: number): number {
    let people = 0;
    for (let j = 0; j < weights.length; j++) people += weights[j]! * left[j]![from]!;
    return people;
  }
}

/** People in each state at the first snapshot. */
function addRows(moved: Float64Array, states: number): Float64Array {
  return Float64Array.from({length: states}, (_, from) =>
    moved.subarray(from * states, (from + 1) * states).reduce((sum, people) => sum + people, 0),
  );
}
