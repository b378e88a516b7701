import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import type {ShopConfigInput} from "../../../data-loaders/config/shop-schema.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import {stringify} from "../../helpers/csv-text.ts";
import {withWarehouse} from "../../helpers/make-shop.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

type Fields<K extends string> = {[key in K]?: string | number};
type Customer = {id: string} & Fields<"on" | "email" | "phone" | "gender" | "born" | "city" | "source">;
type Order = {id: string; at: string} & Fields<"customer" | "email" | "phone" | "card" | "amount">;
type Identifier = {id: string; kind: string; value: string} & Fields<"on">;
type Return = {order: string; at: string; amount: number};
type Visit = {visitor: string; at: string} & Fields<"customer">;

/** Files about accounts, each as short as it can be. */
export interface AccountShop {
  customers?: Customer[];
  orders?: Order[];
  identifiers?: Identifier[];
  visits?: Visit[];
  returns?: Return[];
}

/** Opens the real pipeline over accounts; the newest day of data is that of an order by nobody on 2025-12-31. */
export function withAccounts<T>(
  shop: AccountShop,
  task: (warehouse: Warehouse) => Promise<T>,
  options: Partial<ShopConfigInput> = {},
): Promise<T> {
  return inTemporaryFolder((folder) => withAccountsIn(folder, shop, task, options));
}

/** The same in a folder, whose subfolder `private` stays. */
export function withAccountsIn<T>(
  folder: string,
  shop: AccountShop,
  task: (warehouse: Warehouse) => Promise<T>,
  options: Partial<ShopConfigInput> = {},
): Promise<T> {
  const write = (name: string, columns: string[], rows: unknown[][]) =>
    writeFileSync(join(folder, `${name}.csv`), stringify(columns, rows));
  const orders: Order[] = [...(shop.orders ?? []), {id: "last", at: "2025-12-31 23:00:00"}];
  write(
    "customers",
    ["customer_id", "registered_on", "email", "phone", "gender", "birth_year", "city", "acquisition_source"],
    (shop.customers ?? []).map((c) => [c.id, c.on, c.email, c.phone, c.gender, c.born, c.city, c.source]),
  );
  write(
    "orders",
    ["order_id", "customer_id", "ordered_at", "contact_email", "contact_phone", "card_token"],
    orders.map((o) => [o.id, o.customer, o.at, o.email, o.phone, o.card]),
  );
  write(
    "order_lines",
    ["order_id", "amount"],
    orders.map((o) => [o.id, o.amount ?? 10]),
  );
  write(
    "identifiers",
    ["customer_id", "kind", "value", "seen_on"],
    (shop.identifiers ?? []).map((i) => [i.id, i.kind, i.value, i.on]),
  );
  write(
    "web_events",
    ["event_id", "occurred_at", "event", "anonymous_id", "customer_id"],
    (shop.visits ?? []).map((v, i) => [i, v.at, "page_view", v.visitor, v.customer]),
  );
  write(
    "returns",
    ["order_id", "returned_at", "amount"],
    (shop.returns ?? []).map((r) => [r.order, r.at, r.amount]),
  );
  const entities = ["customers", "orders", "order_lines", "identifiers", "web_events", "returns"];
  const config = defineConfig({
    name: "Accounts",
    ...options,
    sources: Object.fromEntries(entities.map((entity) => [entity, csv({path: `${entity}.csv`})])),
  });
  return withWarehouse(
    {loaded: {config, file: join(folder, "shop.config.ts"), folder}, privateFolder: join(folder, "private")},
    task,
  );
}

/** Who is who: the accounts of each person, the anchor first, people by number: `ada+guest:1 | bob`. */
export async function readPeople(warehouse: Warehouse): Promise<string> {
  const rows = await warehouse.query<{accounts: string}>(
    `SELECT concat(p.customer_id, coalesce(max(o.others), '')) AS accounts
     FROM persons p
     LEFT JOIN (
       SELECT a.person_no, concat('+', string_agg(a.customer_id, '+' ORDER BY a.customer_id)) AS others
       FROM account_persons a JOIN persons q ON q.person_no = a.person_no AND q.customer_id <> a.customer_id
       GROUP BY a.person_no
     ) o ON o.person_no = p.person_no
     GROUP BY p.person_no, p.customer_id ORDER BY p.person_no`,
  );
  return rows.map(({accounts}) => accounts).join(" | ");
}

/** Registered one a day in this order, each with an e-mail. */
export const withEmails = (...emails: string[]) =>
  emails.map((email, i) => ({id: `c${i + 1}`, on: `2025-01-0${i + 1}`, email}));
