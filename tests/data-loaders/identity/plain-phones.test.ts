import {expect, test} from "vitest";
import {normalizePhone} from "../../../data-loaders/identity/normalize-phone.ts";
import fc from "../../helpers/fast-check.ts";
import {withAccounts} from "./account-shop.ts";

const digits = (length: number) =>
  fc.array(fc.integer({min: 0, max: 9}), {minLength: length, maxLength: length}).map((all) => all.join(""));
const separator = fc.oneof(
  {weight: 5, arbitrary: fc.constant("")},
  fc.constantFrom(" ", "-", ".", "(", ")", "/", "  ", ") "),
);

/** Digits with separators strewn in, most of them as people in Turkey type phones. */
const typed = fc
  .tuple(
    fc.oneof(
      {weight: 3, arbitrary: fc.constantFrom("", "0", "+90", "90", "0090")},
      fc.constantFrom("+", "00", "+49", "9", "090", "+900"),
    ),
    fc.oneof({weight: 12, arbitrary: digits(10)}, digits(9), digits(11), digits(7), digits(12)),
  )
  .chain(([prefix, number]) =>
    fc.tuple(...[...`${prefix}${number}`].map((digit) => separator.map((gap) => gap + digit)), separator),
  )
  .map((pieces) => pieces.join(""));

test("where SQL spells a phone, it spells it as libphonenumber does; and it spells all that are plain", async () => {
  const phones = [...new Set(fc.sample(typed, {numRuns: 20_000, seed: 7}).map((text) => text.trim()))].filter(
    (text) => text !== "",
  );
  const customers = phones.map((phone, i) => ({id: `c${i}`, on: "2025-01-01", phone}));
  const spelled = await withAccounts({customers}, (warehouse) =>
    warehouse.query<{text: string; value: string | null}>(
      "SELECT text, value FROM identity_texts WHERE kind = 'phone'",
    ),
  );
  expect(spelled).toHaveLength(phones.length);
  const byUs = spelled.filter(({value}) => value !== null);
  expect(byUs.length).toBeGreaterThan(phones.length / 5);
  expect(byUs.filter(({text, value}) => normalizePhone(text, "TR") !== value).slice(0, 20)).toEqual([]);
  const left = spelled.filter(({text, value}) => value === null && /^(\+90|0090|90|0)?[2-58]\d{9}$/.test(text));
  expect(left).toEqual([]);
});
