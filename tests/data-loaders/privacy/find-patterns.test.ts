import {expect, it} from "vitest";
import {findPatterns} from "../../../data-loaders/privacy/find-patterns.ts";

it.each<[string, string[]]>([
  ["2025-05-1-29988330", []],
  ["Compared with 2025-05-1-29988330, and 2026-05-12-05324176.", []],
  ["2025-05-1-29988330 0532 417 60 93", ["phone number: 0532 417 60 93"]],
  ["05-1-29988330", ["phone number: 05-1-29988330"]],
])("in %j no release is taken for a phone, and a phone is found", (text, found) => {
  const matches = [...findPatterns({text, isProse: true}, "TR")];
  expect(matches.map(({rule, value}) => `${rule}: ${value.trim()}`)).toEqual(found);
});
