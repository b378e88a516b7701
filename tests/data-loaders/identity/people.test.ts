import {describe, expect, test} from "vitest";
import {type AccountShop, readPeople, withAccounts, withEmails} from "./account-shop.ts";

const people = (shop: AccountShop, options = {}) => withAccounts(shop, readPeople, options);
const guards = (shop: AccountShop) =>
  withAccounts(shop, async (warehouse) =>
    (
      await warehouse.query<Record<string, unknown>>(
        "SELECT kind, value, reason, CAST(accounts AS INTEGER) AS accounts FROM identity_guards ORDER BY kind, value",
      )
    ).map((row) => Object.values(row).join(" ")),
  );

describe("who is one person", () => {
  test("a chain of different identifiers; the anchor is the earliest registered", async () => {
    const shop: AccountShop = {
      customers: [
        {id: "late", on: "2025-03-01", email: "x@example.com"},
        {id: "early", on: "2025-01-01", phone: "0532 000 00 01"},
        {id: "middle", on: "2025-02-01", phone: "+905320000001"},
        {id: "other", on: "2025-02-01", phone: "0532 000 00 02"},
      ],
      identifiers: [
        {id: "middle", kind: "card", value: "tok_1"},
        {id: "called", kind: "card", value: "tok_1", on: "2025-04-01"},
        {id: "called", kind: "social", value: "@Ada"},
        {id: "late", kind: "social", value: "ada"},
      ],
    };
    expect(await people(shop)).toBe("early+called+late+middle | other");
  });

  test("accounts registered on one day: the register's comes first, then the smaller number", async () => {
    const shop: AccountShop = {
      customers: [
        {id: "b", on: "2025-01-05", email: "x@example.com"},
        {id: "c", on: "2025-01-05", email: "x@example.com"},
      ],
      orders: [{id: "o", at: "2025-01-05", customer: "a", card: "tok_1"}],
      identifiers: [{id: "c", kind: "card", value: "tok_1"}],
    };
    expect(await people(shop)).toBe("b+a+c");
  });

  test("an identifier of more accounts than may share it links nobody, and neither does a throw-away value", async () => {
    const office = Array.from({length: 6}, (_, i) => ({id: `o${i}`, on: "2025-01-01", phone: "0212 555 01 00"}));
    const thrown = [
      "test@example.com",
      "TEST@mail.example",
      "asdf@example.com",
      "noreply@example.com",
      "no-at-sign",
      "a@b@c.com",
      "aaa@x.com",
      "1111@x.com",
    ].flatMap((email, i) => ["x", "y"].map((n) => ({id: `e${i}${n}`, on: "2025-01-02", email})));
    const dialled = ["0000000000", "1111111111", "5555555555", "0532 000 00 00", "123", "11 11"].flatMap((phone, i) =>
      ["x", "y"].map((n) => ({id: `p${i}${n}`, on: "2025-01-03", phone})),
    );
    const customers = [...office, ...thrown, ...dialled];
    expect(await people({customers})).toBe(customers.map(({id}) => id).join(" | "));
    expect(await guards({customers})).toEqual([
      "email 1111@x.com throw_away 2",
      "email a@b@c.com invalid 2",
      "email aaa@x.com throw_away 2",
      "email asdf@example.com throw_away 2",
      "email no-at-sign invalid 2",
      "email noreply@example.com throw_away 2",
      "email test@example.com throw_away 2",
      "email test@mail.example throw_away 2",
      "phone +902125550100 too_many_accounts 6",
      "phone +905320000000 throw_away 2",
      "phone +905555555555 throw_away 2",
      "phone 0000000000 throw_away 2",
      "phone 11 11 invalid 2",
      "phone 1111111111 throw_away 2",
      "phone 123 invalid 2",
    ]);
    expect(await people({customers: office}, {identity: {maxAccountsPerIdentifier: 6}})).toBe("o0+o1+o2+o3+o4+o5");
  });

  test("the order of the files' rows makes no difference", async () => {
    const customers = [
      ...withEmails("a@x.com", "b@x.com", "A@x.com", "c@x.com"),
      {id: "c5", on: "2025-01-01", email: "b@x.com"},
    ];
    const expected = await people({customers});
    expect(expected).toBe("c1+c3 | c5+c2 | c4");
    expect(await people({customers: customers.toReversed()})).toBe(expected);
  });
});

describe("what is known of a person", () => {
  test("comes from the newest account that says it; where it was won, from the oldest", () =>
    withAccounts(
      {
        customers: [
          {
            id: "a",
            on: "2025-02-01",
            email: "x@example.com",
            gender: "Female",
            born: 1980,
            city: "Ankara",
            source: "seo",
          },
          {id: "b", on: "2025-03-01", email: "x@example.com", gender: "unknown", born: 1981, source: "instagram"},
          {id: "c", on: "2025-01-01", email: "x@example.com", gender: "male", city: "Bursa"},
        ],
        orders: [{id: "1", at: "2025-04-01", customer: "b"}],
      },
      async (warehouse) => {
        const [person] = await warehouse.query(
          "SELECT customer_id, CAST(registered_on AS VARCHAR) AS registered_on, gender, CAST(birth_year AS INTEGER) AS birth_year, city, acquisition_source FROM persons",
        );
        expect(person).toEqual({
          customer_id: "c",
          registered_on: "2025-01-01",
          gender: "female",
          birth_year: 1981,
          city: "Ankara",
          acquisition_source: "seo",
        });
      },
    ));

  test("and every link says why", () =>
    withAccounts({customers: withEmails("a@example.com", "A@Example.com")}, async (warehouse) => {
      expect(await warehouse.query("SELECT * FROM identity_links")).toEqual([
        {
          alias_id: "c2",
          person_id: "c1",
          account_id: "c2",
          other_account_id: "c1",
          kind: "email",
          value: "a@example.com",
          rule: "same e-mail, shared by 2 of at most 5",
        },
      ]);
    }));
});
