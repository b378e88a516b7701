import {describe, expect, test} from "vitest";
import {
  changeCoordinates,
  findCoordinates,
  findPoint,
} from "../../../../data-loaders/stats/optimize/change-coordinates.ts";
import {decomposeSymmetric} from "../../../../data-loaders/stats/optimize/decompose-symmetric.ts";
import {estimateHessian} from "../../../../data-loaders/stats/optimize/estimate-hessian.ts";
import {minimize, type Objective} from "../../../../data-loaders/stats/optimize/minimize.ts";
import fc from "../../../helpers/fast-check.ts";

/** Rosenbrock's valley, least at (1, 1). */
const valley: Objective = (point, gradient) => {
  const [x, y] = point as unknown as [number, number];
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};

describe("minimum", () => {
  test("of Rosenbrock's valley", () => {
    const found = minimize(valley, [-1.2, 1], {bound: 5});
    expect(found.converged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 7);
    expect(found.point[1]).toBeCloseTo(1, 7);
    expect(found.iterations).toBeLessThan(60);
  });

  test("of a valley that falls out of the box is at its edge", () => {
    const falling: Objective = (point, gradient) => {
      gradient[0] = -1;
      gradient[1] = 2 * (point[1]! - 0.5);
      return -point[0]! + (point[1]! - 0.5) ** 2;
    };
    const found = minimize(falling, [0, 3], {bound: 4});
    expect(found.converged).toBe(true);
    expect(found.point[0]).toBe(4);
    expect(found.point[1]).toBeCloseTo(0.5, 8);
  });

  test("steps over what is not defined", () => {
    const logarithm: Objective = (point, gradient) => {
      gradient[0] = 1 - 0.1 / point[0]!;
      return point[0]! - 0.1 * Math.log(point[0]!);
    };
    expect(minimize(logarithm, [3], {bound: 10}).point[0]).toBeCloseTo(0.1, 7);
  });

  test("that is not reached in time is not called one", () => {
    const found = minimize(valley, [-1.2, 1], {bound: 5, maxIterations: 3});
    expect(found).toMatchObject({converged: false, iterations: 3});
  });

  test("of a function without numbers is not called one", () => {
    expect(minimize(() => Number.NaN, [0], {bound: 5}).converged).toBe(false);
  });
});

test("the Hessian of Rosenbrock's valley by hand", () => {
  const [first, second] = estimateHessian(valley, Float64Array.of(1, 1)) as [Float64Array, Float64Array];
  expect(first[0]).toBeCloseTo(802, 3);
  expect(first[1]).toBeCloseTo(-400, 3);
  expect(second[0]).toBe(first[1]);
  expect(second[1]).toBeCloseTo(200, 3);
});

describe("eigenvalues", () => {
  test("of two by two, by hand", () => {
    const [small, large] = decomposeSymmetric([
      [2, 1],
      [1, 2],
    ]);
    expect(small!.value).toBeCloseTo(1, 14);
    expect(large!.value).toBeCloseTo(3, 14);
    expect(Math.abs(large!.vector[0]!)).toBeCloseTo(Math.SQRT1_2, 14);
    expect(large!.vector[0]).toBeCloseTo(large!.vector[1]!, 14);
  });

  test("and vectors make up any symmetric matrix", () => {
    const entry = fc.double({min: -100, max: 100, noNaN: true});
    fc.assert(
      fc.property(fc.array(entry, {minLength: 10, maxLength: 10}), (entries) => {
        const at = (i: number, j: number) => entries[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)]!;
        const matrix = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => at(i, j)));
        const pairs = decomposeSymmetric(matrix);
        for (let i = 0; i < 4; i++)
          for (let j = 0; j < 4; j++) {
            const sum = pairs.reduce((total, {value, vector}) => total + value * vector[i]! * vector[j]!, 0);
            expect(Math.abs(sum - matrix[i]![j]!)).toBeLessThan(1e-10);
          }
      }),
    );
  });
});

describe("coordinates", () => {
  const matrix = [[1], [1, -2], [0, 3, 1]];

  test("by hand", () => {
    expect([...findPoint(matrix, [1, 2, 3])]).toEqual([1, -3, 9]);
    expect([...findCoordinates(matrix, [1, -3, 9])]).toEqual([1, 2, 3]);
  });

  test("of a valley turn its slopes, not its values", () => {
    const turned = changeCoordinates(valley, [[1], [1, -1]]);
    const gradient = new Float64Array(2);
    expect(turned(Float64Array.of(2, 1), gradient)).toBe(valley(Float64Array.of(2, 1), new Float64Array(2)));
    // At (2, 1): slopes 2 + 2400 and −600 along x and y; both along the first coordinate, less y's along the second.
    expect([...gradient]).toEqual([2402 - 600, 600]);
    const found = minimize(turned, [-1, 1], {bound: 5});
    expect([...findPoint([[1], [1, -1]], found.point)].map((x) => x.toFixed(6))).toEqual(["1.000000", "1.000000"]);
  });
});
