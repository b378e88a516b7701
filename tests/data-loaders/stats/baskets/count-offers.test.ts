import {describe, expect, test} from "vitest";
import {countOffers, type OfferRule} from "../../../../data-loaders/stats/baskets/count-offers.ts";
import fc from "../../../helpers/fast-check.ts";

const rule = (antecedent: number, secondAntecedent: number, consequent: number): OfferRule => ({
  antecedent,
  secondAntecedent,
  consequent,
});

function count(lines: readonly (readonly [customer: number, item: number, group: number])[], rules: OfferRule[]) {
  const column = (i: 0 | 1 | 2) => Int32Array.from(lines, (line) => line[i]);
  return countOffers({customerOf: column(0), itemOf: column(1)}, column(2), rules).map((counts) => [...counts]);
}

describe("offers", () => {
  test("go to who bought the antecedents and not the consequent, each thing once, by the best rule", () => {
    const rules = [rule(0, 1, 2), rule(0, -1, 2), rule(0, -1, 1)];
    const lines = [
      [3, 0, 0], // phone alone: a case by the second rule, a charger by the third
      [5, 0, 1],
      [5, 1, 1], // phone and charger: a case by the first rule
      [6, 0, 1],
      [6, 2, 1], // phone and case: a charger
      [7, 2, 0], // a case alone: nothing
      [8, 9, 0], // something that no rule is about
    ] as const;
    expect(count(lines, rules)).toEqual([
      [0, 1, 1],
      [1, 0, 1],
    ]);
  });

  test("nobody, and no rule", () => {
    expect(count([], [rule(0, -1, 1)])).toEqual([]);
    expect(count([[1, 0, 0]], [])).toEqual([[]]);
  });

  test("entries of a customer stand together", () => {
    expect(() =>
      count(
        [
          [1, 0, 0],
          [2, 0, 0],
          [1, 1, 0],
        ],
        [rule(0, -1, 1)],
      ),
    ).toThrow("bought[2]: not by customer");
  });

  test("what brute force counts", () => {
    const someRule = fc.uniqueArray(fc.nat({max: 4}), {minLength: 2, maxLength: 3});
    const basket = fc.uniqueArray(fc.nat({max: 5}), {minLength: 1});
    fc.assert(
      fc.property(fc.array(basket), fc.array(someRule, {minLength: 1}), (baskets, sets) => {
        const rules = sets.map(([consequent, antecedent, second]) => rule(antecedent!, second ?? -1, consequent!));
        const lines = baskets.flatMap((items, customer) => items.map((item) => [customer, item, 0] as const));
        const expected = new Array<number>(rules.length).fill(0);
        for (const items of baskets) {
          const offered = new Set<number>();
          rules.forEach(({antecedent, secondAntecedent, consequent}, i) => {
            const isMet = items.includes(antecedent) && (secondAntecedent < 0 || items.includes(secondAntecedent));
            if (!isMet || items.includes(consequent) || offered.has(consequent)) return;
            offered.add(consequent);
            expected[i]!++;
          });
        }
        expect(count(lines, rules)).toEqual(baskets.length ? [expected] : []);
      }),
    );
  });
});
