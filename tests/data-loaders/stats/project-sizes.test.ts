import {describe, expect, test} from "vitest";
import {drawResamples, projectSizes, type Transition} from "../../../data-loaders/stats/project-sizes.ts";
import {RandomStream} from "../../../data-loaders/stats/random/random-stream.ts";

const transition = (moved: number[], arrived: number[]): Transition => ({
  moved: Float64Array.from(moved),
  arrived: Float64Array.from(arrived),
});

const resamples = (count: number, replicates = 1000) => drawResamples(count, replicates, new RandomStream(7, "test"));

describe("expected sizes", () => {
  const expectedOf = (sizes: number[], transitions: Transition[]) => [
    ...projectSizes(Float64Array.from(sizes), transitions, resamples(transitions.length)).expected,
  ];

  test("are the sizes times the pooled matrix, and the mean of the arrivals", () => {
    // From a: 90 of 100 and 210 of 300 stay: pooled 300 of 400, and not the mean of 0.9 and 0.7. From b nobody goes to a.
    const transitions = [transition([90, 10, 0, 50], [4, 0]), transition([210, 90, 0, 150], [8, 2])];
    expect(expectedOf([1000, 10], transitions)).toEqual([750 + 6, 250 + 10 + 1]);
  });

  test("a state that nobody was in keeps its people", () => {
    const transitions = [transition([10, 0, 0, 0], [0, 0]), transition([10, 0, 0, 0], [0, 0])];
    expect(expectedOf([5, 7], transitions)).toEqual([5, 7]);
  });

  test("a state that was empty in some months is known from the others, whatever is drawn", () => {
    const transitions = [transition([10, 0, 4, 4], [0, 0]), transition([10, 0, 0, 0], [0, 0])];
    const {expected, lower, upper} = projectSizes(Float64Array.from([0, 8]), transitions, resamples(2));
    expect([[...expected], [...lower], [...upper]]).toEqual([
      [4, 4],
      [4, 4],
      [4, 4],
    ]);
  });
});

describe("the interval", () => {
  test("has no width where every month is the same", () => {
    const same = Array.from({length: 12}, () => transition([80, 20, 30, 70], [5, 1]));
    const {expected, lower, upper} = projectSizes(Float64Array.from([200, 100]), same, resamples(12));
    expect([...expected].map(Math.round)).toEqual([195, 111]);
    [...expected].forEach((size, i) => {
      expect(lower[i]).toBeCloseTo(size, 9);
      expect(upper[i]).toBeCloseTo(size, 9);
    });
  });

  test("keeps a month's matrix and arrivals together", () => {
    // Whatever arrives leaves again: apart, the two would add up to an interval; together they cancel out.
    const months = [0, 10, 20, 30].map((n) => transition([100 - n, n, 0, 100], [n, 0]));
    const {lower, upper} = projectSizes(Float64Array.from([100, 0]), months, resamples(4));
    expect(upper[0]! - lower[0]!).toBeLessThan(1e-9);
    expect(upper[1]! - lower[1]!).toBeGreaterThan(10);
  });

  test("never goes below nobody", () => {
    const months = [0, 0, 0, 50].map((n) => transition([100 - n, n, 0, 0], [0, 0]));
    expect(projectSizes(Float64Array.from([100, 0]), months, resamples(4)).lower[1]).toBe(0);
  });

  test("is the same for the same seed", () => {
    const months = [1, 2, 3].map((n) => transition([9, n, n, 9], [n, 1]));
    const sizes = Float64Array.from([50, 60]);
    expect(projectSizes(sizes, months, resamples(3))).toEqual(projectSizes(sizes, months, resamples(3)));
  });
});

describe("a simulated shop of four states", () => {
  const states = 4;
  const usual = [
    [0.7, 0.2, 0.1, 0],
    [0.15, 0.6, 0.2, 0.05],
    [0.05, 0.1, 0.6, 0.25],
    [0.02, 0.03, 0.05, 0.9],
  ];

  /** Month after month of people who move by the matrix, a little different each month, and of others who arrive. */
  function simulate(index: number, months: number, matrixAt: (t: number) => number[][] = () => usual) {
    const dice = new RandomStream(2026, "shop", index);
    let sizes: Float64Array = Float64Array.from([400, 300, 300, 800]);
    const transitions: Transition[] = [];
    const history = [sizes];
    for (let t = 0; t < months; t++) {
      const unrest = 0.05 * dice.normal(0, 1);
      const moved = new Float64Array(states * states);
      matrixAt(t).forEach((row, from) => {
        const own = row.map((share, to) => (to === from ? share : share * Math.max(0, 1 + unrest)));
        for (let i = 0; i < sizes[from]!; i++) {
          let left = dice.uniform();
          const to = own.findIndex((share, state) => {
            if (state !== from) left -= share;
            return left < 0;
          });
          moved[from * states + (to < 0 ? from : to)]!++;
        }
      });
      const arrived = Float64Array.from([40 + dice.integer(-8, 8), 5, 0, 0]);
      sizes = arrived.map(
        (people, to) => people + [0, 1, 2, 3].reduce((sum, from) => sum + moved[from * states + to]!, 0),
      );
      transitions.push({moved, arrived});
      history.push(sizes);
    }
    return {transitions, history};
  }

  test("actual sizes are within the interval about four times in five", () => {
    const drawn = resamples(12, 400);
    let [within, all] = [0, 0];
    for (let i = 0; i < 100; i++) {
      const {transitions, history} = simulate(i, 16);
      for (const t of [12, 13, 14, 15]) {
        const {lower, upper} = projectSizes(history[t]!, transitions.slice(t - 12, t), drawn);
        history[t + 1]!.forEach((actual, state) => {
          all++;
          within += Number(actual >= lower[state]! && actual <= upper[state]!);
        });
      }
    }
    process.stderr.write(
      `sizes within their 80 % interval: ${within} of ${all}, ${((100 * within) / all).toFixed(1)} %\n`,
    );
    expect(within / all).toBeGreaterThan(0.74);
    expect(within / all).toBeLessThan(0.88);
  });

  test("a planted break is what actual sizes and expected ones differ by", () => {
    const broken = usual.map((row, from) => (from === 0 ? [0.5, 0.2, 0.3, 0] : row));
    const {transitions, history} = simulate(3, 13, (t) => (t === 12 ? broken : usual));
    const {expected, lower, upper} = projectSizes(history[12]!, transitions.slice(0, 12), resamples(12));
    const planted = 0.2 * history[12]![0]!;
    expect(history[13]![0]! - expected[0]!).toBeGreaterThan(-1.35 * planted);
    expect(history[13]![0]! - expected[0]!).toBeLessThan(-0.65 * planted);
    expect(history[13]![2]! - expected[2]!).toBeGreaterThan(0.65 * planted);
    expect(history[13]![0]).toBeLessThan(lower[0]!);
    expect(history[13]![2]).toBeGreaterThan(upper[2]!);
    expect(history[13]![3]).toBeGreaterThan(lower[3]!);
    expect(history[13]![3]).toBeLessThan(upper[3]!);
  });
});
