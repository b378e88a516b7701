import {describe, expect, test} from "vitest";
import {findFrequentItemsets} from "../../../../data-loaders/stats/baskets/frequent-itemsets.ts";
import fc from "../../../helpers/fast-check.ts";
import {findPublicData} from "../../../public-data.ts";
import {countBySize, fromLists, listSets, readGroceries, sevenBaskets, spell} from "./basket-fixtures.ts";

describe("frequent itemsets", () => {
  test("of seven baskets, by hand", () => {
    expect(listSets(findFrequentItemsets(sevenBaskets, {minSupport: 0.25}))).toEqual([
      "a 5", "b 5", "c 3", "d 2", "e 3", "ab 4", "ac 2", "ad 2", "bd 2", "be 2", "abd 2",
    ]); // biome-ignore format: a list
  });

  test("at most so many items", () => {
    const sets = (maxItems: number) => listSets(findFrequentItemsets(sevenBaskets, {minCount: 2, maxItems}));
    expect(sets(0)).toEqual([]);
    expect(sets(1)).toHaveLength(5);
    expect(sets(2)).toHaveLength(10);
    expect(sets(3)).toHaveLength(11);
    expect(sets(9)).toHaveLength(11);
  });

  test("both thresholds hold, and a share that is no binary fraction is not rounded up", () => {
    const hundred = fromLists(Array.from({length: 100}, (_, i) => (i < 7 ? [0, 1] : i < 10 ? [1] : [])));
    expect(listSets(findFrequentItemsets(hundred, {minSupport: 0.07}))).toEqual(["a 7", "b 10", "ab 7"]);
    expect(listSets(findFrequentItemsets(hundred, {minSupport: 0.0701}))).toEqual(["b 10"]);
    expect(listSets(findFrequentItemsets(hundred, {minSupport: 0.01, minCount: 8}))).toEqual(["b 10"]);
  });

  test("no basket, empty baskets, single items", () => {
    expect(listSets(findFrequentItemsets(spell()))).toEqual([]);
    expect(listSets(findFrequentItemsets(spell("", "")))).toEqual([]);
    expect(findFrequentItemsets(spell("", "")).basketCount).toBe(2);
    expect(listSets(findFrequentItemsets(spell("a", "b", "a", "")))).toEqual(["a 2", "b 1"]);
    expect(listSets(findFrequentItemsets(spell("a", "b", "a", ""), {minSupport: 0.5}))).toEqual(["a 2"]);
  });

  test("repeated lines, one item in every basket, alike baskets", () => {
    expect(listSets(findFrequentItemsets(spell("aab", "ba", "a", "ab"), {minCount: 2}))).toEqual([
      "a 4",
      "b 3",
      "ab 3",
    ]);
  });

  test("a threshold that lets through too much ends with an error, not with the memory", () => {
    const long = spell("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz");
    expect(() => findFrequentItemsets(long, {maxItemsets: 10_000})).toThrow(
      "more than 10000 itemsets: raise minSupport or minCount, or lower maxItems",
    );
  });

  test.each([{minSupport: -0.1}, {minSupport: 1.1}, {minSupport: Number.NaN}, {minCount: 0}])(
    "refuses %o",
    (options) => {
      expect(() => findFrequentItemsets(sevenBaskets, options)).toThrow("invalid min");
    },
  );

  const shops = fc.array(fc.uniqueArray(fc.integer({min: 0, max: 7})), {maxLength: 30});

  test("are those of brute force", () => {
    fc.assert(
      fc.property(shops, fc.integer({min: 1, max: 4}), fc.integer({min: 1, max: 8}), (shop, minCount, maxItems) => {
        const expected = Array.from({length: 256}, (_, set) =>
          [0, 1, 2, 3, 4, 5, 6, 7].filter((item) => set & (1 << item)),
        )
          .filter((set) => set.length > 0 && set.length <= maxItems)
          .map((set) => ({set, count: shop.filter((basket) => set.every((item) => basket.includes(item))).length}))
          .filter(({count}) => count >= minCount)
          .sort((a, b) => a.set.length - b.set.length || (String(a.set) < String(b.set) ? -1 : 1))
          .map(({set, count}) => `${set.map((item) => String.fromCharCode(97 + item)).join("")} ${count}`);
        expect(listSets(findFrequentItemsets(fromLists(shop), {minCount, maxItems}))).toEqual(expected);
      }),
    );
  });

  test("do not depend on the order of baskets", () => {
    fc.assert(
      fc.property(shops, (shop) => {
        expect(findFrequentItemsets(fromLists(shop.toReversed()))).toEqual(findFrequentItemsets(fromLists(shop)));
      }),
    );
  });
});

const file = findPublicData("groceries/groceries-long.csv.gz");
const itemFile = findPublicData("groceries/groceries-items.csv.gz");

describe.skipIf(!file || !itemFile)("frequent itemsets of Groceries", () => {
  test.each([
    // Hahsler et al., arules: apriori(Groceries, parameter = list(support = 0.01, target = "frequent itemsets")).
    {level: "labels", minSupport: 0.01, sizes: [88, 213, 32]},
    // mlxtend 0.25: fpgrowth(baskets, min_support = …), baskets of levels by pandas' groupby(["basket", level]).
    {level: "labels", minSupport: 0.001, sizes: [157, 2981, 6831, 3137, 376, 10]},
    {level: "level2", minSupport: 0.01, sizes: [44, 214, 251, 103, 13]},
    {level: "level2", minSupport: 0.001, sizes: [54, 871, 3821, 6105, 4530, 1648, 259, 9]},
    {level: "level1", minSupport: 0.001, sizes: [10, 45, 120, 210, 246, 182, 78, 16]},
  ] as const)("$level at support $minSupport", ({level, minSupport, sizes}) => {
    const {baskets} = readGroceries(file!, itemFile!, level);
    expect(countBySize(findFrequentItemsets(baskets, {minSupport}))).toEqual(sizes);
  });
});
