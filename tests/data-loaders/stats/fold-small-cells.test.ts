import {describe, expect, test} from "vitest";
import {type Cell, type FoldedCell, foldSmallCells} from "../../../data-loaders/stats/fold-small-cells.ts";
import fc from "../../helpers/fast-check.ts";

/** `cells(["İzmir", "champions", 12], …)`: each customer has two orders of 3.50. */
function cells(...rows: [string, string, number][]): Cell[] {
  return rows.map(([value, segment, customers]) => ({
    dimension: "city",
    value,
    segment,
    customers,
    orders: 2 * customers,
    cents: 350 * customers,
  }));
}

function listed(folded: readonly FoldedCell[]): string[] {
  return folded.map(({value, segment, customers}) => `${value} ${segment ?? "*"} ${customers}`);
}

describe("small cells", () => {
  test("large enough ones are published as they are, with the totals", () => {
    expect(listed(foldSmallCells(cells(["İzmir", "a", 12], ["İzmir", "b", 30], ["Bursa", "a", 10]), 10))).toEqual([
      "Bursa * 10",
      "Bursa a 10",
      "İzmir * 42",
      "İzmir a 12",
      "İzmir b 30",
    ]);
  });

  test("small values are put together as other", () => {
    expect(listed(foldSmallCells(cells(["İzmir", "a", 50], ["Bursa", "a", 7], ["Muş", "a", 6]), 10))).toEqual([
      "other * 13",
      "other a 13",
      "İzmir * 50",
      "İzmir a 50",
    ]);
  });

  test("a small other takes in the next smallest value", () => {
    expect(listed(foldSmallCells(cells(["İzmir", "a", 50], ["Bursa", "a", 20], ["Muş", "a", 6]), 10))).toEqual([
      "other * 26",
      "other a 26",
      "İzmir * 50",
      "İzmir a 50",
    ]);
  });

  test("a value's total never uncovers its one small cell", () => {
    const folded = foldSmallCells(
      cells(
        ["İzmir", "a", 3],
        ["İzmir", "b", 40],
        ["İzmir", "c", 15],
        ["Bursa", "a", 40],
        ["Bursa", "b", 40],
        ["Bursa", "c", 40],
      ),
      10,
    );
    const shown = folded
      .filter((cell) => cell.value === "İzmir" && cell.segment)
      .reduce((sum, cell) => sum + cell.customers, 0);
    expect(58 - shown).toBeGreaterThanOrEqual(10);
    expect(folded.find((cell) => cell.value === "İzmir" && cell.segment === "a")).toBeUndefined();
    // İzmir's 15 in c alone would be named by what is left: only İzmir is missing there.
    expect(listed(folded)).toContain("other c 55");
  });

  test("with a segment of too few people the next smallest is left out, whose sum would uncover it", () => {
    const folded = foldSmallCells(
      cells(["İzmir", "a", 4], ["İzmir", "b", 50], ["İzmir", "c", 60], ["İzmir", "d", 70]),
      10,
    );
    expect(listed(folded)).toEqual(["İzmir * 184", "İzmir c 60", "İzmir d 70"]);
  });

  test("a segment with too few people is left out", () => {
    const folded = foldSmallCells(
      cells(["İzmir", "a", 4], ["İzmir", "b", 50], ["Bursa", "a", 5], ["Bursa", "b", 50]),
      10,
    );
    expect(folded.filter((cell) => cell.segment === "a")).toEqual([]);
  });

  test("a dimension of which nothing is known, or with too few people, is left out", () => {
    expect(foldSmallCells(cells(["unknown", "a", 500]), 10)).toEqual([]);
    expect(foldSmallCells(cells(["İzmir", "a", 4], ["Bursa", "a", 5]), 10)).toEqual([]);
    expect(foldSmallCells([], 10)).toEqual([]);
  });

  test("dimensions are folded apart", () => {
    const both = [
      ...cells(["İzmir", "a", 20], ["Muş", "a", 3]),
      ...cells(["web", "a", 23]).map((cell) => ({...cell, dimension: "channel"})),
    ];
    expect(
      foldSmallCells(both, 10).map(
        (cell) => `${cell.dimension} ${cell.value} ${cell.segment ?? "*"} ${cell.customers}`,
      ),
    ).toEqual(["channel web * 23", "channel web a 23", "city other * 23", "city other a 23"]);
  });

  test("k of 1 changes nothing", () => {
    const given = cells(["İzmir", "a", 1], ["Bursa", "b", 2]);
    expect(foldSmallCells(given, 1).filter((cell) => cell.segment !== null)).toEqual([given[1], given[0]]);
  });
});

describe("any cells", () => {
  const k = fc.integer({min: 1, max: 15});
  const anyCells = fc.uniqueArray(
    fc.record({
      dimension: fc.constantFrom("city", "channel"),
      value: fc.constantFrom("p", "q", "r", "s", "t", "unknown", "other"),
      segment: fc.constantFrom("a", "b", "c", "d"),
      customers: fc.oneof(fc.integer({min: 0, max: 12}), fc.integer({min: 0, max: 80})),
      orders: fc.integer({min: 0, max: 9}),
      cents: fc.integer({min: -500, max: 500}),
    }),
    {maxLength: 30, selector: ({dimension, value, segment}) => `${dimension} ${value} ${segment}`},
  );
  const total = (list: readonly {customers: number}[]) => list.reduce((sum, cell) => sum + cell.customers, 0);
  const names = (list: readonly Cell[], field: "dimension" | "value" | "segment") => [
    ...new Set(list.map((cell) => cell[field])),
  ];

  const check = (property: (given: Cell[], folded: FoldedCell[], k: number) => void) =>
    fc.assert(
      fc.property(anyCells, k, (given, least) => property(given, foldSmallCells(given, least), least)),
      {numRuns: 2000},
    );

  test("none that is published stands for fewer than k", () =>
    check((_, folded, least) => {
      expect(folded.filter((cell) => cell.customers < least)).toEqual([]);
    }));

  test("no value's total minus its published cells leaves 1 to k − 1 people", () =>
    check((_, folded, least) => {
      for (const sum of folded.filter((cell) => cell.segment === null && cell.value !== "other")) {
        const own = folded.filter(
          (cell) => cell.segment !== null && cell.dimension === sum.dimension && cell.value === sum.value,
        );
        const hidden = sum.customers - total(own);
        expect(hidden === 0 || hidden >= least).toBe(true);
      }
    }));

  const byDimension = (given: Cell[], folded: FoldedCell[], visit: (given: Cell[], folded: FoldedCell[]) => void) => {
    for (const dimension of names(folded as Cell[], "dimension"))
      visit(
        given.filter((cell) => cell.dimension === dimension),
        folded.filter((cell) => cell.dimension === dimension),
      );
  };

  test("a segment's cells add up to the segment, or it is left out", () =>
    check((all, everything, least) =>
      byDimension(all, everything, (given, folded) => {
        for (const segment of names(given, "segment")) {
          const whole = total(given.filter((cell) => cell.segment === segment));
          const shown = total(folded.filter((cell) => cell.segment === segment));
          if (whole < least) expect(shown).toBe(0);
          else expect([0, whole]).toContain(shown);
        }
      }),
    ));

  test("everybody less the segments that are there does not leave 1 to k − 1 people", () =>
    check((all, everything, least) =>
      byDimension(all, everything, (given, folded) => {
        const hidden = total(given) - total(folded.filter((cell) => cell.segment !== null));
        expect(hidden === 0 || hidden >= least).toBe(true);
      }),
    ));

  test("at most one segment of enough people is left out, the smallest, and only beside small ones", () =>
    check((all, everything, least) =>
      byDimension(all, everything, (given, folded) => {
        const sizes = names(given, "segment").map((segment) => ({
          segment,
          customers: total(given.filter((cell) => cell.segment === segment)),
        }));
        const isShown = (segment: string) => folded.some((cell) => cell.segment === segment);
        const small = sizes.filter(({customers}) => customers > 0 && customers < least);
        const leftOut = sizes.filter(({segment, customers}) => customers >= least && !isShown(segment));
        expect(leftOut.length).toBeLessThanOrEqual(total(small) > 0 && total(small) < least ? 1 : 0);
        for (const {customers} of leftOut)
          for (const other of sizes.filter(({segment}) => isShown(segment)))
            expect(other.customers).toBeGreaterThanOrEqual(customers);
      }),
    ));

  test("the totals of a dimension add up to everybody, their orders and money", () =>
    check((given, folded) => {
      for (const dimension of names(folded as Cell[], "dimension")) {
        const whole = given.filter((cell) => cell.dimension === dimension);
        const shown = folded.filter((cell) => cell.dimension === dimension && cell.segment === null);
        for (const field of ["customers", "orders", "cents"] as const) {
          const sum = (list: readonly Omit<Cell, "segment">[]) =>
            list
              .filter((cell) => cell.customers > 0 || field !== "customers")
              .reduce((all, cell) => all + cell[field], 0);
          expect([field, sum(shown)]).toEqual([field, sum(whole)]);
        }
      }
    }));

  test("nothing is invented: a named cell is the given one", () =>
    check((given, folded) => {
      for (const cell of folded.filter(({value, segment}) => value !== "other" && segment !== null))
        expect(given).toContainEqual(cell);
      expect(new Set(folded.map(({dimension, value, segment}) => `${dimension} ${value} ${segment}`)).size).toBe(
        folded.length,
      );
    }));

  test("the order of the rows changes nothing", () =>
    check((given, folded, least) => {
      expect(foldSmallCells([...given].reverse(), least)).toEqual(folded);
    }));
});
