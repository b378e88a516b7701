import {expect, test} from "vitest";
import {isCardNumber} from "../../../data-loaders/privacy/card-number.ts";

// Test numbers that the schemes publish.
test.each([
  "378282246310005",
  "4111111111111111",
  "5555555555554444",
  "2223003122003222",
  "6011111111111117",
  "3530111333300000",
])("isCardNumber(%s)", (digits) => {
  expect(isCardNumber(digits)).toBe(true);
  const wrong = digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10);
  expect(isCardNumber(wrong)).toBe(false);
});

test.each(["0000000000000000", "1234567890123452", "411111111111111", "4111111111111111111111"])("not %s", (digits) => {
  expect(isCardNumber(digits)).toBe(false);
});
