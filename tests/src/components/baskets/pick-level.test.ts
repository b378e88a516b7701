import {expect, test} from "vitest";
import {listLevels, pickLevel} from "../../../../src/components/baskets/pick-level.ts";

test("a page begins with subcategories where they tell something, else with what tells most", () => {
  const product = {level: "product", lift: 9} as const;
  expect(pickLevel([product, {level: "subcategory", lift: 1.6}])).toBe("subcategory");
  expect(pickLevel([product, {level: "subcategory", lift: 1.2}])).toBe("product");
  expect(
    pickLevel([
      {level: "department", lift: 1.3},
      {level: "category", lift: 1.2},
    ]),
  ).toBe("department");
  expect(pickLevel([])).toBeUndefined();
  expect(listLevels([{level: "department"}, product])).toEqual(["product", "department"]);
});
