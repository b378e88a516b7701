import {expect, test} from "vitest";
import {splitNetwork} from "../../../../../src/components/baskets/rules/split-network.ts";

const boxes = [..."abcdef"].map((id) => ({id}));
const link = (pair: string) => ({source: pair[0]!, target: pair[1]!});

test("boxes that are linked, by others too, are one part, and a box alone is one", () => {
  const parts = splitNetwork(boxes, ["ec", "bd", "db", "ad"].map(link));
  expect(parts.map((part) => part.boxes.map(({id}) => id).join(""))).toEqual(["abd", "ce", "f"]);
  expect(parts.map((part) => part.links.map(({source, target}) => source + target))).toEqual([
    ["bd", "db", "ad"],
    ["ec"],
    [],
  ]);
  expect(splitNetwork([], [])).toEqual([]);
});
