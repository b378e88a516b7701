import {describe, expect, test} from "vitest";
import {withholdInLines, withholdSmallCells} from "../../../data-loaders/stats/withhold-small-cells.ts";
import fc from "../../helpers/fast-check.ts";

describe("withholdSmallCells", () => {
  test("a small cell, and in its row and column the smallest others that hide it", () => {
    expect(
      withholdSmallCells(
        [
          [3, 20, 30],
          [40, 25, 50],
          [60, 70, 80],
        ],
        10,
      ),
    ).toEqual([
      [true, true, false],
      [true, false, false],
      [false, false, false],
    ]);
  });

  test("nobody is told; what stands for enough is; small ones that hide each other need no more", () => {
    expect(withholdSmallCells([[0, 10]], 10)).toEqual([[false, false]]);
    expect(withholdSmallCells([[5, 5, 30]], 10)[0]).toEqual([true, true, false]);
    expect(withholdSmallCells([], 10)).toEqual([]);
  });

  test("a place that is left out anyhow counts with what is left out", () => {
    expect(withholdInLines([12, 4, 20], [[0, 1, 2]], 10, (place) => place === 0)).toEqual([true, true, false]);
    expect(withholdInLines([3, 15, 20], [[0, 1, 2]], 10, (place) => place === 0)).toEqual([true, true, false]);
  });

  test("no sum less what is told uncovers fewer than k, unless the whole line does", () => {
    const count = fc.integer({min: 0, max: 25});
    fc.assert(
      fc.property(
        fc
          .integer({min: 1, max: 4})
          .chain((width) =>
            fc.array(fc.array(count, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 4}),
          ),
        (cells) => {
          const isWithheld = withholdSmallCells(cells, 10);
          const at = (i: number, j: number) => [cells[i]![j]!, isWithheld[i]![j]!] as const;
          const lines = [
            ...cells.map((row, i) => row.map((_, j) => at(i, j))),
            ...cells[0]!.map((_, j) => cells.map((_, i) => at(i, j))),
          ];
          for (const line of lines) {
            const hidden = line.filter(([, isOut]) => isOut).reduce((sum, [n]) => sum + n, 0);
            const told = line.filter(([n, isOut]) => !isOut && n > 0);
            expect(hidden === 0 || hidden >= 10 || told.length === 0).toBe(true);
            for (const [n] of told) expect(n).toBeGreaterThanOrEqual(10);
          }
        },
      ),
    );
  });
});
