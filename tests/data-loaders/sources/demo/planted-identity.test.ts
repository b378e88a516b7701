import {beforeAll, describe, expect, it} from "vitest";
import {
  duplicateAccounts,
  officePhoneAccounts,
  plantedTruths,
  throwAwayAccounts,
} from "../../../../data-loaders/sources/demo/planted-truths.ts";
import {demoTexts, groupBy, type Row, rowsOf} from "./read-demo.ts";

const CUSTOMERS = 3000;
const normalEmail = (row: Row) => row.email!.trim().toLowerCase();
const normalPhone = (row: Row) => row.phone!.replace(/\D/g, "").replace(/^(0090|90|0)/, "");

describe("planted duplicate accounts", () => {
  let accounts: Row[];
  beforeAll(async () => {
    accounts = rowsOf(await demoTexts({customers: CUSTOMERS, entities: ["customers"]}), "customers");
  });

  it("linking shared e-mails and phones of at most five accounts finds exactly the planted number", () => {
    const parent = new Map(accounts.map((row) => [row.customer_id!, row.customer_id!]));
    const root = (id: string): string => (parent.get(id) === id ? id : root(parent.get(id)!));
    for (const value of [normalEmail, normalPhone])
      for (const [shared, rows] of groupBy(accounts, value))
        if (shared !== "" && rows.length <= 5)
          for (const row of rows) parent.set(root(row.customer_id!), root(rows[0]!.customer_id!));
    const people = accounts.filter((row) => root(row.customer_id!) === row.customer_id);
    expect(accounts.length - people.length).toBe(duplicateAccounts(CUSTOMERS));
  });

  it("the office's phone and the throw-away values are on as many accounts as stated", () => {
    const {sharedPhone, throwAwayEmail, throwAwayPhone} = plantedTruths.duplicates;
    const count = (column: string, value: string) => accounts.filter((row) => row[column] === value).length;
    expect(count("phone", sharedPhone)).toBe(officePhoneAccounts(CUSTOMERS));
    expect(count("email", throwAwayEmail)).toBe(throwAwayAccounts(CUSTOMERS));
    expect(count("phone", throwAwayPhone)).toBe(throwAwayAccounts(CUSTOMERS));
  });

  it("about 15 % of the people never bought, and nobody's contact data could be real", () => {
    const people = accounts.length - duplicateAccounts(CUSTOMERS);
    expect((people - CUSTOMERS) / people).toBeCloseTo(0.15, 2);
    expect(accounts.filter((row) => !/^$|@(example\.(com|org|net)|e?posta\.example)$/.test(normalEmail(row)))).toEqual(
      [],
    );
    expect(accounts.filter((row) => !/^$|^57\d{8}$|^2125550100$|^0*$/.test(normalPhone(row)))).toEqual([]);
  });
});
