import {expect, test} from "vitest";
import {betaGeometricLikelihood} from "../../../../data-loaders/stats/btyd/beta-geometric-likelihood.ts";
import {type GroupedRows, groupRows, thinRows} from "../../../../data-loaders/stats/btyd/group-rows.ts";
import {paretoLikelihood} from "../../../../data-loaders/stats/btyd/pareto-likelihood.ts";
import fc from "../../../helpers/fast-check.ts";
import {purchaseRows} from "./purchase-rows.ts";

const rows = groupRows(
  purchaseRows(
    [0, 0, 40, 7],
    [1, 3, 40, 2],
    [5, 39.9, 40, 1],
    [5, 2, 30, 1],
    [80, 25, 26, 1],
    [2, 26, 26, 3],
    [0, 0, 0, 1],
  ),
);

test.each([
  ["BG/NBD", (grouped: GroupedRows) => betaGeometricLikelihood(grouped, false)],
  ["MBG/NBD", (grouped: GroupedRows) => betaGeometricLikelihood(grouped, true)],
  ["Pareto/NBD", paretoLikelihood],
])("the gradient of the %s is the slope of its values", (_, likelihood) => {
  const objective = likelihood(rows);
  const coordinate = fc.double({min: -4, max: 4, noNaN: true});
  fc.assert(
    fc.property(fc.tuple(coordinate, coordinate, coordinate, coordinate), (coordinates) => {
      const point = Float64Array.from(coordinates);
      const gradient = new Float64Array(4);
      const unused = new Float64Array(4);
      objective(point, gradient);
      for (let i = 0; i < 4; i++) {
        const at = (by: number) =>
          objective(
            point.map((x, k) => (k === i ? x + by : x)),
            unused,
          );
        // Of fourth order, so that only the gradient can be wrong.
        const slope = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
        expect(Math.abs(slope - gradient[i]!)).toBeLessThan(1e-8 * (1 + Math.abs(slope)));
      }
    }),
  );
});

test("equal rows are put together, in ascending order, and time is in mean ages", () => {
  const grouped = groupRows(purchaseRows([1, 5, 30, 2], [0, 0, 10, 1], [1, 5, 30, 1]));
  expect(grouped.customers).toEqual(Float64Array.of(1, 3));
  expect(grouped.timeUnit).toBe(25);
  expect(grouped.times).toEqual(Float64Array.of(0, 0.2, 0.4, 1.2));
  expect([...grouped.ageIndex]).toEqual([2, 3]);
  expect(grouped.total).toBe(4);
});

test("a thinned sample has every k-th row as it was", () => {
  const thinned = thinRows(rows, 3);
  expect(thinned.customers.length).toBe(3);
  const list = (grouped: GroupedRows) =>
    Array.from(grouped.customers, (count, i) =>
      [
        grouped.frequencies[grouped.frequencyIndex[i]!],
        grouped.times[grouped.lastIndex[i]!],
        grouped.times[grouped.ageIndex[i]!],
        count,
      ].join(" "),
    );
  expect(list(rows)).toEqual(expect.arrayContaining(list(thinned)));
  expect(thinRows(rows, 100)).toBe(rows);
});
