import {describe, expect, test} from "vitest";
import {type AccountShop, readPeople, withAccounts} from "./account-shop.ts";

describe("data that is appended", () => {
  const base: AccountShop = {
    customers: [
      {id: "ada", on: "2025-01-01", email: "ada@example.com"},
      {id: "bob", on: "2025-01-02", phone: "0532 000 00 01"},
      {id: "ada2", on: "2025-01-03", email: "ADA@example.com"},
    ],
    orders: [{id: "1", at: "2025-02-01", customer: "cem"}],
  };
  const numbers = (shop: AccountShop) =>
    withAccounts(shop, async (warehouse) =>
      Object.fromEntries(
        (
          await warehouse.query<{id: string; no: number; anchor: string}>(
            "SELECT a.customer_id AS id, CAST(p.person_no AS INTEGER) AS no, p.customer_id AS anchor FROM account_persons a JOIN persons p ON p.person_no = a.person_no",
          )
        ).map(({id, no, anchor}) => [id, `${no} ${anchor}`]),
      ),
    );

  test("keeps anchors and person numbers", async () => {
    const before = await numbers(base);
    expect(before).toEqual({ada: "1 ada", ada2: "1 ada", bob: "2 bob", cem: "3 cem"});
    const after = await numbers({
      customers: [
        ...base.customers!,
        {id: "aaa", on: "2025-06-01", email: "ada@example.com", phone: "0532 000 00 02"},
        {id: "new", on: "2025-06-02", email: "new@example.com"},
      ],
      orders: [
        ...base.orders!,
        {id: "2", at: "2025-06-03", phone: "0532 000 00 01"},
        {id: "3", at: "2025-06-04", customer: "ada2"},
      ],
    });
    expect(after).toEqual({...before, aaa: "1 ada", "guest:2": "2 bob", new: "4 new"});
  });

  test("that shows two people to be one leaves the older anchor", async () => {
    const after = await numbers({
      ...base,
      customers: [...base.customers!, {id: "aaa", on: "2025-06-01", email: "ada@example.com", phone: "0532 000 00 01"}],
    });
    expect(after).toEqual({ada: "1 ada", ada2: "1 ada", aaa: "1 ada", bob: "1 ada", cem: "2 cem"});
  });

  test("does not reach back before the day as of which everything is computed", async () => {
    const customers = [...base.customers!, {id: "late", on: "2025-07-01", email: "ada@example.com"}];
    expect(
      await withAccounts({...base, customers, identifiers: [{id: "late", kind: "card", value: "tok_1"}]}, readPeople, {
        asOf: "2025-06-30",
      }),
    ).toBe("ada+ada2 | bob | cem");
  });
});
