import {expect, test} from "vitest";
import {foldSmallValues} from "../../../data-loaders/stats/fold-small-values.ts";

const fold = (sizes: Record<string, number>) => Object.fromEntries(foldSmallValues(new Map(Object.entries(sizes)), 10));

test("small values are other, with the next smallest while they are too few together", () => {
  expect(fold({a: 50, b: 4, c: 7})).toEqual({a: "a", b: "other", c: "other"});
  expect(fold({a: 50, b: 4, c: 20})).toEqual({a: "a", b: "other", c: "other"});
  expect(fold({a: 50, b: 10})).toEqual({a: "a", b: "b"});
  expect(fold({a: 3})).toEqual({a: "other"});
  expect(fold({})).toEqual({});
});

test("equal sizes fold by name", () => {
  expect(fold({b: 12, a: 12, c: 2})).toEqual({a: "other", b: "b", c: "other"});
});
