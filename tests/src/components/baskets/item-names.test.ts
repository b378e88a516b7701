import {expect, test} from "vitest";
import {getItemNames} from "../../../../src/components/baskets/item-names.ts";

const nameOf = getItemNames([
  {level: "product", item: "P1", name: "Case"},
  {level: "product", item: "P2", name: "Shirt"},
  {level: "product", item: "P3", name: "Shirt"},
  {level: "product", item: "P4", name: null},
  {level: "product", item: "P1", name: "Case"},
  {level: "subcategory", item: "Men > Shoes > Sport", name: null},
  {level: "subcategory", item: "Women > Shoes > Sport", name: null},
  {level: "subcategory", item: "Men > Shirts > Linen", name: null},
  {level: "category", item: "– > Shoes", name: null},
]);

test("things go by the shortest name that tells them apart", () => {
  expect(nameOf("product", "P1")).toBe("Case");
  expect(nameOf("product", "P2")).toBe("Shirt (P2)");
  expect(nameOf("product", "P3")).toBe("Shirt (P3)");
  expect(nameOf("product", "P4")).toBe("P4");
  expect(nameOf("subcategory", "Men > Shirts > Linen")).toBe("Linen");
  expect(nameOf("category", "– > Shoes")).toBe("Shoes");
  expect(nameOf("department", "never seen")).toBe("never seen");
});

test("categories of one name go by as little of the levels above as tells them apart", () => {
  expect(nameOf("subcategory", "Men > Shoes > Sport")).toBe("Men › Sport");
  expect(nameOf("subcategory", "Women > Shoes > Sport")).toBe("Women › Sport");
  const names = getItemNames(
    ["Men > Shoes > Sport", "Men > Bags > Sport", "Men > Bags > Sport"].map((item) => ({
      level: "subcategory",
      item,
      name: null,
    })),
    (name) => `[${name}]`,
  );
  expect(names("subcategory", "Men > Shoes > Sport")).toBe("[Shoes] › [Sport]");
  expect(names("subcategory", "Men > Bags > Sport")).toBe("[Bags] › [Sport]");
});
