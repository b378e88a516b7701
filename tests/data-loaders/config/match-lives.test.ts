import {expect, test} from "vitest";
import {matchLives} from "../../../data-loaders/config/match-lives.ts";

const items = [
  {level: "product", itemNo: 0, item: "P1"},
  {level: "product", itemNo: 1, item: "p1"},
  {level: "category", itemNo: 0, item: "Hizmet > Sigorta"},
  {level: "category", itemNo: 1, item: "Erkek > Giyim"},
  {level: "category", itemNo: 2, item: "Kadın > Giyim"},
  {level: "subcategory", itemNo: 0, item: "Kozmetik > Parfüm > İnce Kokular"},
];
const match = (overrides: Record<string, number>) =>
  [...matchLives(overrides, items)].map(([level, lives]) => [level, [...lives]]);

test("a product by its id as written, a category by its name in any case or by its path", () => {
  expect(match({P1: 30})).toEqual([["product", [[0, 30]]]]);
  expect(match({sigorta: 365})).toEqual([["category", [[0, 365]]]]);
  expect(match({"HİZMET > SIGORTA": 365})).toEqual([["category", [[0, 365]]]]);
  expect(match({"ince kokular": 90})).toEqual([["subcategory", [[0, 90]]]]);
  expect(match({})).toEqual([]);
});

test("a name that several have is each one's, and a path goes before it, whichever is written first", () => {
  const expected = [
    [
      "category",
      [
        [1, 60],
        [2, 45],
      ],
    ],
  ];
  expect(match({"Kadın > Giyim": 45, Giyim: 60})).toEqual(expected);
  expect(match({Giyim: 60, "Kadın > Giyim": 45})).toEqual(expected);
});

test("names that nothing has are told, all of them", () => {
  expect(() => match({Giyim: 60, perfum: 90, P2: 1})).toThrow(
    'productLife.overrides: no product or category is called "perfum", "P2"',
  );
});
