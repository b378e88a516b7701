import {describe, expect, test} from "vitest";
import {type AccountShop, readPeople, withAccounts, withEmails} from "./account-shop.ts";

const withPhones = (...phones: string[]) =>
  phones.map((phone, i) => ({id: `c${i + 1}`, on: `2025-01-0${i + 1}`, phone}));
const people = (shop: AccountShop, options = {}) => withAccounts(shop, readPeople, options);

describe("the same e-mail", () => {
  test("is the same in another case, with blanks, and where a Turkish keyboard or locale had its way with the i", async () => {
    const same = [
      "ilkin.isik@example.com",
      " Ilkin.Isik@Example.COM ",
      "İLKİN.ISIK@EXAMPLE.COM",
      "ılkın.ısık@example.com",
      "i\u0307lkin.isik@example.com",
      "ilkin.isik@example.com\u00a0",
    ];
    expect(await people({customers: withEmails(...same.slice(0, 5))})).toBe("c1+c2+c3+c4+c5");
    expect(await people({customers: withEmails(same[0]!, same[5]!)})).toBe("c1+c2");
  });

  test("dots count, but not at Gmail", async () => {
    const typed = withEmails(
      "ada.can@example.com",
      "adacan@example.com",
      "a.dacan@gmail.com",
      "AdaCan+shop@googlemail.com",
    );
    expect(await people({customers: typed})).toBe("c1 | c2 | c3+c4");
  });
});

describe("the same phone", () => {
  test("in eight spellings, five at a time", async () => {
    const first = withPhones("+90 532 123 45 67", "05321234567", "5321234567", "0(532) 123-45-67", "00905321234567");
    const second = withPhones(
      "905321234567",
      "0 532 123 4567",
      "+90 (0) 532 123 45 67",
      "(0532) 123.45.67",
      "+905321234567",
    );
    expect(await people({customers: first})).toBe("c1+c2+c3+c4+c5");
    expect(await people({customers: second})).toBe("c1+c2+c3+c4+c5");
  });

  test("is one of another country where the shop is there", async () => {
    const customers = withPhones("030 901820", "+49 30 901820", "0532 123 45 67", "+90 532 123 45 67");
    expect(await people({customers}, {identity: {defaultCountry: "DE"}})).toBe("c1+c2 | c3 | c4");
    await expect(people({customers}, {identity: {defaultCountry: "XX"}})).rejects.toThrow(
      'identity.defaultCountry: no country has the code "XX"',
    );
  });
});
