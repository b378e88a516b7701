import {describe, expect, test} from "vitest";
import {findAffinities} from "../../../../data-loaders/stats/baskets/affinity.ts";

const sizes = {champions: 10, lost: 30};
const cells = [
  {group: "champions", item: "shoes", buyers: 5},
  {group: "lost", item: "shoes", buyers: 5},
  {group: "lost", item: "bags", buyers: 3},
];

describe("affinity", () => {
  test("by hand: half of ten champions bought shoes, a quarter of all buyers did", () => {
    expect(findAffinities(cells, sizes)).toEqual([
      {group: "champions", item: "shoes", buyers: 5, groupBuyers: 10, share: 0.5, baseShare: 0.25, affinity: 2},
      {group: "champions", item: "bags", buyers: 0, groupBuyers: 10, share: 0, baseShare: 0.075, affinity: 0},
      {group: "lost", item: "bags", buyers: 3, groupBuyers: 30, share: 0.1, baseShare: 0.075, affinity: 90 / 67.5},
      {group: "lost", item: "shoes", buyers: 5, groupBuyers: 30, share: 5 / 30, baseShare: 0.25, affinity: 200 / 300},
    ]);
  });

  test("all buyers in one group have an affinity of 1", () => {
    expect(findAffinities([{group: "a", item: "x", buyers: 3}], {a: 7}).map(({affinity}) => affinity)).toEqual([1]);
  });

  test("the order of cells and groups makes no difference", () => {
    expect(findAffinities(cells.toReversed(), {lost: 30, champions: 10})).toEqual(findAffinities(cells, sizes));
  });

  test("no buyer, no category: nothing", () => {
    expect(findAffinities([], {})).toEqual([]);
    expect(findAffinities([], sizes)).toEqual([]);
    expect(findAffinities([{group: "a", item: "x", buyers: 0}], {a: 0, b: 2})).toEqual([]);
  });

  test("what cannot be is an error", () => {
    expect(() => findAffinities([{group: "a", item: "x", buyers: 8}], {a: 7})).toThrow(
      'invalid buyers of "x" in "a": 8 of 7',
    );
    expect(() => findAffinities([{group: "toString", item: "x", buyers: 1}], {a: 7})).toThrow(
      'unknown group: "toString"',
    );
    expect(() => findAffinities([...cells, cells[0]!], sizes)).toThrow('repeated cell: ["champions","shoes"]');
  });
});
