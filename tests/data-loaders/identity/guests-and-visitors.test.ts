import {describe, expect, test} from "vitest";
import {type AccountShop, readPeople, withAccounts, withEmails} from "./account-shop.ts";

const people = (shop: AccountShop, options = {}) => withAccounts(shop, readPeople, options);

describe("a guest", () => {
  test("joins the person whose e-mail, phone or card the order names; the others stay guests", async () => {
    const shop: AccountShop = {
      customers: [{id: "ada", on: "2025-02-01", email: "ada@example.com", phone: "0532 000 00 01"}],
      orders: [
        {id: "1", at: "2025-01-15", email: "ADA@example.com", amount: 5},
        {id: "2", at: "2025-02-15", phone: "+90 532 000 00 01", card: "tok_9", amount: 7},
        {id: "3", at: "2025-02-16", card: "tok_9", amount: 11},
        {id: "4", at: "2025-02-17", email: "nobody@example.com", amount: 100},
        {id: "5", at: "2025-02-18", email: "nobody@example.com", amount: 100},
        {id: "6", at: "2025-02-19", amount: 100},
      ],
      returns: [
        {order: "2", at: "2025-02-20", amount: 3},
        {order: "4", at: "2025-02-20", amount: 50},
      ],
    };
    await withAccounts(shop, async (warehouse) => {
      expect(await readPeople(warehouse)).toBe("ada+guest:1+guest:2+guest:3");
      expect(
        await warehouse.query(
          "SELECT customer_id, CAST(known_on AS VARCHAR) AS known, CAST(registered_on AS VARCHAR) AS registered, CAST(first_order_on AS VARCHAR) AS ordered FROM persons",
        ),
      ).toEqual([{customer_id: "ada", known: "2025-01-15", registered: "2025-02-01", ordered: "2025-01-15"}]);
      const months = await warehouse.query(
        "SELECT CAST(month AS VARCHAR) AS month, CAST(order_count AS INTEGER) AS orders, CAST(net_revenue AS VARCHAR) AS net FROM customer_months ORDER BY month",
      );
      expect(months).toEqual([
        {month: "2025-01-01", orders: 1, net: "5.0000"},
        {month: "2025-02-01", orders: 2, net: "15.0000"},
      ]);
      const sales = await warehouse.query(
        "SELECT CAST(order_count AS INTEGER) AS orders, CAST(customers AS INTEGER) AS customers, CAST(new_customers AS INTEGER) AS new FROM monthly_sales ORDER BY month LIMIT 2",
      );
      expect(sales).toEqual([
        {orders: 1, customers: 1, new: 1},
        {orders: 5, customers: 1, new: 0},
      ]);
    });
  });

  test("who orders often does not wear the e-mail out, but many guests wear out a phone", async () => {
    const often = Array.from({length: 9}, (_, i) => ({
      id: `o${i}`,
      at: "2025-03-01",
      email: "ada@example.com",
      phone: "0532 000 00 01",
    }));
    const many = Array.from({length: 6}, (_, i) => ({
      id: `m${i}`,
      at: "2025-03-01",
      email: `guest${i}@example.com`,
      phone: "0212 555 01 00",
    }));
    const customers = [
      {id: "ada", on: "2025-01-01", email: "ada@example.com"},
      {id: "bob", on: "2025-01-02", phone: "02125550100"},
    ];
    expect(await people({customers, orders: [...often, ...many]})).toBe(
      `ada+${often.map(({id}) => `guest:${id}`).join("+")} | bob`,
    );
  });

  test("brings two accounts together where it has something of both", async () => {
    const customers = [
      {id: "a", on: "2025-01-01", email: "a@example.com"},
      {id: "b", on: "2025-01-02", phone: "0532 000 00 01"},
    ];
    expect(
      await people({customers, orders: [{id: "1", at: "2025-03-01", email: "a@example.com", phone: "5320000001"}]}),
    ).toBe("a+b+guest:1");
  });
});

describe("a visitor", () => {
  const visit = (visitor: string, customer?: string) => ({
    visitor,
    at: "2025-05-01 10:00:00",
    ...(customer ? {customer} : {}),
  });
  const customers = withEmails(
    "a@example.com",
    "b@example.com",
    "c@example.com",
    "d@example.com",
    "e@example.com",
    "f@example.com",
  );

  test("is somebody from the first visit on, once known; a browser that too many use is nobody's", () =>
    withAccounts(
      {
        customers,
        visits: [
          visit("v1"),
          visit("v1", "c1"),
          visit("v2"),
          visit("v3", "c2"),
          visit("v3", "c3"),
          ...customers.map(({id}) => visit("kiosk", id)),
          visit("v4", "stranger"),
        ],
      },
      async (warehouse) => {
        expect(await readPeople(warehouse)).toBe("c1 | c2+c3 | c4 | c5 | c6");
        expect(
          await warehouse.query(
            "SELECT v.anonymous_id AS visitor, p.customer_id AS person FROM identity_visitors v JOIN persons p ON p.person_no = v.person_no ORDER BY 1",
          ),
        ).toEqual([
          {visitor: "v1", person: "c1"},
          {visitor: "v3", person: "c2"},
        ]);
      },
    ));
});
