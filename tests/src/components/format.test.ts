import {expect, test} from "vitest";
import {getFormat} from "../../../src/components/format.ts";

const tr = getFormat("tr", "TRY");
const en = getFormat("en", "TRY");
const both = (write: (f: typeof tr) => string) => [write(tr), write(en)].map((text) => text.replaceAll("\u00a0", " "));

test.each([
  [1204, "1.204", "1,204"],
  [-28, "−28", "−28"],
  [0.4, "0", "0"],
  [-0.4, "0", "0"],
])("integer(%d)", (value, ...expected) => expect(both((f) => f.integer(value))).toEqual(expected));

test.each([
  [28, "+28"],
  [-3, "−3"],
  [0, "0"],
])("signed(%d)", (value, expected) => expect(both((f) => f.signed(value))).toEqual([expected, expected]));

test.each([
  [0, "%0", "0%"],
  [0.0001, "<%0,1", "<0.1%"],
  [0.043, "%4,3", "4.3%"],
  [0.0996, "%10", "10%"],
  [0.18, "%18", "18%"],
  [-0.053, "−%5,3", "−5.3%"],
  [0.998, "%99,8", "99.8%"],
  [0.99999, "%99,9", "99.9%"],
  [1, "%100", "100%"],
])("percent(%d)", (value, ...expected) => expect(both((f) => f.percent(value))).toEqual(expected));

test("signedPercent", () => {
  expect(both((f) => f.signedPercent(0.021))).toEqual(["+%2,1", "+2.1%"]);
  expect(both((f) => f.signedPercent(-0.021))).toEqual(["−%2,1", "−2.1%"]);
  expect(both((f) => f.signedPercent(0))).toEqual(["%0", "0%"]);
});

test.each([
  [0, "₺0", "₺0"],
  [640, "₺640", "₺640"],
  [999.6, "₺1,0 B", "₺1.0K"],
  [9_940, "₺9,9 B", "₺9.9K"],
  [412_300, "₺412 B", "₺412K"],
  [999_600, "₺1,0 M", "₺1.0M"],
  [1_234_000, "₺1,2 M", "₺1.2M"],
  [-12_340_000, "−₺12,3 M", "−₺12.3M"],
  [2_500_000_000, "₺2,5 Mr", "₺2.5bn"],
])("compactMoney(%d)", (value, ...expected) => expect(both((f) => f.compactMoney(value))).toEqual(expected));

test("money in the shop's currency", () => {
  expect(both((f) => f.money(1234.5))).toEqual(["₺1.235", "₺1,235"]);
  expect(getFormat("en", "EUR").money(-5)).toBe("−€5");
});

test("months and days", () => {
  expect(both((f) => f.month("2026-10"))).toEqual(["Ekim 2026", "October 2026"]);
  expect(both((f) => f.monthShortYear("2025-02"))).toEqual(["Şub 2025", "Feb 2025"]);
  expect(both((f) => f.date("2026-10-01"))).toEqual(["1 Ekim 2026", "1 October 2026"]);
});
