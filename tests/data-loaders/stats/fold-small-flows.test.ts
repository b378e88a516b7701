import {describe, expect, test} from "vitest";
import {type FoldedCell, foldSmallCells} from "../../../data-loaders/stats/fold-small-cells.ts";
import {type Flow, type FoldedFlow, foldSmallFlows} from "../../../data-loaders/stats/fold-small-flows.ts";
import fc from "../../helpers/fast-check.ts";

/** `flows(["İzmir", "champions", "loyal", 12], …)`: 3.50 each. */
function flows(...rows: [string, string, string, number][]): Flow[] {
  return rows.map(([value, from, segment, customers]) => ({
    dimension: "city",
    value,
    from,
    segment,
    customers,
    orders: 0,
    cents: 350 * customers,
  }));
}

/** What the cube publishes of the same people. */
function cubeOf(given: readonly Flow[], k: number): FoldedCell[] {
  const sums = new Map<string, Flow>();
  for (const flow of given) {
    const key = `${flow.dimension} ${flow.value} ${flow.segment}`;
    sums.set(key, {...flow, customers: flow.customers + (sums.get(key)?.customers ?? 0)});
  }
  return foldSmallCells([...sums.values()], k);
}

function fold(given: readonly Flow[], k: number): FoldedFlow[] {
  return foldSmallFlows(given, cubeOf(given, k), k);
}

function listed(folded: readonly FoldedFlow[]): string[] {
  return folded.map(({value, from, segment, customers}) => `${value} ${from} ${segment ?? "*"} ${customers}`);
}

describe("small flows", () => {
  test("large enough ones are published as they are, with the totals of the state before", () => {
    expect(listed(fold(flows(["İzmir", "a", "b", 12], ["İzmir", "a", "a", 30], ["Bursa", "a", "b", 10]), 10))).toEqual([
      "Bursa a * 10",
      "Bursa a b 10",
      "İzmir a * 42",
      "İzmir a a 30",
      "İzmir a b 12",
    ]);
  });

  test("small values of a flow are put together as other", () => {
    const given = flows(
      ["İzmir", "a", "b", 6],
      ["Bursa", "a", "b", 7],
      ["İzmir", "a", "a", 40],
      ["Bursa", "a", "a", 40],
    );
    expect(listed(fold(given, 10)).filter((row) => row.includes(" a b"))).toEqual(["other a b 13"]);
  });

  test("a flow of fewer people than k is left out, whatever their value", () => {
    const given = flows(
      ["İzmir", "a", "b", 4],
      ["Bursa", "a", "b", 5],
      ["İzmir", "a", "a", 40],
      ["Bursa", "a", "a", 40],
    );
    expect(listed(fold(given, 10)).filter((row) => row.includes(" a b"))).toEqual([]);
  });

  test("a value's total in the state before does not uncover its one small flow", () => {
    const given = flows(
      ["İzmir", "a", "b", 3],
      ["Bursa", "a", "b", 30],
      ["Muş", "a", "b", 30],
      ["İzmir", "a", "a", 40],
      ["Bursa", "a", "a", 40],
      ["Muş", "a", "a", 40],
    );
    // İzmir's 43 in a are published, and so would be the 40 of them who stayed.
    const folded = listed(fold(given, 10));
    expect(folded).toContain("İzmir a * 43");
    expect(folded.filter((row) => row.startsWith("İzmir a ") && !row.includes("*"))).toEqual([]);
    expect(folded).toContain("other a a 80");
  });

  test("an attribute of which nothing is known is left out", () => {
    expect(fold(flows(["unknown", "a", "b", 50]), 10)).toEqual([]);
    expect(fold([], 10)).toEqual([]);
  });
});

describe("any flows", () => {
  const anyFlows = fc.uniqueArray(
    fc.record({
      dimension: fc.constantFrom("city", "channel"),
      value: fc.constantFrom("p", "q", "r", "s", "unknown", "other"),
      from: fc.constantFrom("a", "b", "c", "unknown"),
      segment: fc.constantFrom("a", "b", "c"),
      customers: fc.oneof(fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 80})),
      orders: fc.constant(0),
      cents: fc.integer({min: -500, max: 500}),
    }),
    {maxLength: 50, selector: ({dimension, value, from, segment}) => `${dimension} ${value} ${from} ${segment}`},
  );
  const total = (list: readonly {customers: number}[]) => list.reduce((sum, cell) => sum + cell.customers, 0);
  const check = (property: (given: Flow[], folded: FoldedFlow[], k: number) => void) =>
    fc.assert(
      fc.property(anyFlows, fc.integer({min: 1, max: 15}), (given, least) =>
        property(given, fold(given, least), least),
      ),
      {numRuns: 1500},
    );

  test("none that is published stands for fewer than k", () =>
    check((_, folded, least) => {
      expect(folded.filter((flow) => flow.customers < least)).toEqual([]);
    }));

  test("no published total less the published flows of a value leaves 1 to k − 1 people", () =>
    check((given, folded, least) => {
      const cells = folded.filter((flow) => flow.segment !== null && flow.value !== "other");
      const expectCovered = (whole: {customers: number}, own: readonly FoldedFlow[]) => {
        const hidden = whole.customers - total(own);
        expect(hidden === 0 || hidden >= least).toBe(true);
      };
      for (const row of folded.filter((flow) => flow.segment === null && flow.value !== "other"))
        expectCovered(
          row,
          cells.filter(
            (cell) => cell.dimension === row.dimension && cell.value === row.value && cell.from === row.from,
          ),
        );
      for (const shown of cubeOf(given, least).filter((cell) => cell.value !== "other"))
        expectCovered(
          shown,
          cells.filter(
            (cell) =>
              cell.dimension === shown.dimension &&
              cell.value === shown.value &&
              (shown.segment === null || cell.segment === shown.segment),
          ),
        );
    }));

  test("a flow's cells add up to the flow, or it is left out", () =>
    check((given, folded, least) => {
      for (const {dimension, from, segment} of given) {
        const isOwn = (flow: {dimension: string; from: string; segment: string | null}) =>
          flow.dimension === dimension && flow.from === from && flow.segment === segment;
        const whole = total(given.filter(isOwn));
        const shown = total(folded.filter(isOwn));
        if (shown > 0) expect(shown).toBe(whole);
        else
          expect(
            whole < least ||
              !folded.some((flow) => flow.dimension === dimension) ||
              cubeOf(given, least).every((cell) => cell.dimension !== dimension),
          ).toBe(true);
      }
    }));

  test("what is named is as given, money too, and rows name one cell each", () =>
    check((given, folded) => {
      for (const {dimension, value, from, segment, customers, cents} of folded.filter(
        (flow) => flow.value !== "other" && flow.segment !== null,
      ))
        expect(given).toContainEqual({dimension, value, from, segment, customers, orders: 0, cents});
      expect(
        new Set(folded.map(({dimension, value, from, segment}) => `${dimension} ${value} ${from} ${segment}`)).size,
      ).toBe(folded.length);
    }));

  test("the order of the rows changes nothing", () =>
    check((given, folded, least) => {
      expect(fold([...given].reverse(), least)).toEqual(folded);
    }));
});
