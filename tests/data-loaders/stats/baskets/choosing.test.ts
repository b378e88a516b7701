import {describe, expect, test} from "vitest";
import {listLevelLines} from "../../../../data-loaders/stats/baskets/basket-levels.ts";
import {createOwnerTest} from "../../../../data-loaders/stats/baskets/create-owner-test.ts";
import {findFrequentItemsets} from "../../../../data-loaders/stats/baskets/frequent-itemsets.ts";
import {keepMostBought} from "../../../../data-loaders/stats/baskets/keep-most-bought.ts";
import {mineWithin} from "../../../../data-loaders/stats/baskets/mine-within.ts";
import fc from "../../../helpers/fast-check.ts";
import {fromLists, listSets, spell} from "./basket-fixtures.ts";

describe("lines of levels", () => {
  test("leave out products that belong to nothing there, and levels without items", () => {
    const levels = listLevelLines(Int32Array.of(2, 0, 1, 2), [
      Int32Array.of(0, 1, 2),
      Int32Array.of(-1, 1, 0),
      Int32Array.of(-1, -1, -1),
    ]);
    expect(levels.map(({level, lines, itemOf, itemCount}) => [level, [...lines], [...itemOf], itemCount])).toEqual([
      ["product", [0, 1, 2, 3], [2, 0, 1, 2], 3],
      ["subcategory", [0, 2, 3], [0, 1, 0], 2],
    ]);
  });

  test("of the items that have most of them", () => {
    const [level] = listLevelLines(Int32Array.of(2, 0, 1, 2, 3, 3), [Int32Array.of(0, 1, 2, 3)]);
    const kept = (most: number) => [...keepMostBought(level!, most).lines];
    expect([kept(0), kept(1), kept(3), kept(9)]).toEqual([[], [0, 3], [0, 1, 3, 4, 5], [0, 1, 2, 3, 4, 5]]);
    expect([...keepMostBought(level!, 1, [0]).lines]).toEqual([0, 1, 3]);
  });
});

describe("itemsets within limits", () => {
  const limits = {minCount: 1, maxItems: 3, mostItems: 10, mostItemsets: 100};
  const baskets = spell("abc", "abc", "abc", "ab", "ab", "ad", "ae", "ae");

  test("the minimum count is doubled until few enough are left", () => {
    expect(listSets(mineWithin(baskets, limits))).toHaveLength(11);
    expect(listSets(mineWithin(baskets, {...limits, mostItemsets: 3}))).toEqual(["a 8", "b 5", "ab 5"]);
    expect(listSets(mineWithin(baskets, {...limits, mostItemsets: 0}))).toEqual([]);
  });

  test("are those of the first doubled minimum that leaves few enough, in one pass", () => {
    const shop = fc.array(fc.uniqueArray(fc.integer({min: 0, max: 6}), {minLength: 1}), {minLength: 1, maxLength: 40});
    fc.assert(
      fc.property(shop, fc.integer({min: 0, max: 30}), (lists, mostItemsets) => {
        const all = {...fromLists(lists), itemCount: 7};
        let minCount = 1;
        const mine = () => findFrequentItemsets(all, {minCount, maxItems: 3});
        while (mine().counts.length > mostItemsets) minCount *= 2;
        expect(mineWithin(all, {...limits, mostItemsets})).toEqual(mine());
      }),
    );
  });

  test("only the most frequent items are looked at", () => {
    expect(listSets(mineWithin(baskets, {...limits, mostItems: 2}))).toEqual(["a 8", "b 5", "ab 5"]);
    // c has three baskets, the two others with as many would be c's ties.
    expect(listSets(mineWithin(spell("a", "b", "c", "a"), {...limits, mostItems: 2}))).toEqual(["a 2"]);
  });
});

test("owners of the baskets that hold a set are as many as brute force counts", () => {
  const basket = fc.tuple(fc.integer({min: -1, max: 3}), fc.uniqueArray(fc.integer({min: 0, max: 3})));
  const set = fc.uniqueArray(fc.integer({min: 0, max: 3}), {minLength: 1});
  fc.assert(
    fc.property(fc.array(basket, {maxLength: 20}), set, fc.integer({min: 1, max: 4}), (shop, wanted, enough) => {
      const sorted = shop.toSorted(([a], [b]) => a - b);
      const baskets = {...fromLists(sorted.map(([, items]) => items)), itemCount: 4};
      const owners = Int32Array.from(sorted, ([owner]) => owner);
      const expected = new Set(
        sorted
          .filter(([owner, items]) => owner >= 0 && wanted.every((item) => items.includes(item)))
          .map(([owner]) => owner),
      );
      expect(createOwnerTest(baskets, owners, enough)(wanted)).toBe(expected.size >= enough);
    }),
  );
});
