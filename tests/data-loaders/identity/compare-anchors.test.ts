import {expect, test} from "vitest";
import {compareAnchors} from "../../../data-loaders/identity/compare-anchors.ts";

const anchors = (text: string) =>
  new Map(
    text
      .split(" ")
      .filter(Boolean)
      .map((pair) => pair.split(":") as [string, string]),
  );

test("two runs that agree", () => {
  const run = anchors("a:a b:a c:c");
  expect(compareAnchors(run, run)).toEqual({merged: [], split: [], new: [], gone: []});
  expect(compareAnchors(new Map(), new Map())).toEqual({merged: [], split: [], new: [], gone: []});
});

test("people who have become one, and one who has become several", () => {
  expect(compareAnchors(anchors("a:a b:b c:c d:c e:c"), anchors("a:a b:a c:c d:d e:d"))).toEqual({
    merged: [{anchor: "a", from: ["a", "b"]}],
    split: [{anchor: "c", into: ["c", "d"]}],
    new: [],
    gone: [],
  });
});

test("an account can leave one person for another: a split and a merge", () => {
  expect(compareAnchors(anchors("a:a b:a c:c"), anchors("a:a b:c c:c"))).toMatchObject({
    merged: [{anchor: "c", from: ["a", "c"]}],
    split: [{anchor: "a", into: ["a", "c"]}],
  });
});

test("accounts that come and go change nobody, and neither does another anchor of the same accounts", () => {
  expect(compareAnchors(anchors("b:a c:a a:a x:x"), anchors("b:b c:b z:b y:y"))).toEqual({
    merged: [],
    split: [],
    new: ["y", "z"],
    gone: ["a", "x"],
  });
});
