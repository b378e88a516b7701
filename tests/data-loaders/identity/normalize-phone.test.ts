import {describe, expect, test} from "vitest";
import {isPhoneCountry, normalizePhone} from "../../../data-loaders/identity/normalize-phone.ts";

describe("a phone in one spelling", () => {
  test.each([
    "+90 532 123 45 67",
    "0532 123 45 67",
    "5321234567",
    "0(532) 123-45-67",
    "00905321234567",
    "905321234567",
    "0 532 123 4567",
    "(0532) 123.45.67",
    "+90 (0) 532 123 45 67",
    "0532/1234567",
    "(+90) 532 123 45 67",
    "0532 123 45 67 ext. 3",
    "  +90-532-123-45-67  ",
  ])("%s", (typed) => {
    expect(normalizePhone(typed, "TR")).toBe("+905321234567");
  });

  test("another country's keeps its country", () => {
    expect(normalizePhone("+49 30 901820", "TR")).toBe("+4930901820");
    expect(normalizePhone("0049 30 901820", "TR")).toBe("+4930901820");
    expect(normalizePhone("030 901820", "DE")).toBe("+4930901820");
  });

  test.each([
    "",
    "0",
    "0000000000",
    "1111111111",
    "123",
    "05321",
    "053212345678901",
    "yok",
    "ask 0532 123 45 67",
    "a@b.com",
  ])("%j is no phone", (typed) => {
    expect(normalizePhone(typed, "TR")).toBeUndefined();
  });

  test("countries are known by their code", () => {
    expect(["TR", "DE", "XX", "tr"].filter(isPhoneCountry)).toEqual(["TR", "DE"]);
  });
});
