import {join} from "node:path";
import {expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {demoDefaults} from "../../../data-loaders/sources/demo/demo-options.ts";
import {
  officePhoneAccounts,
  plantedTruths,
  throwAwayAccounts,
} from "../../../data-loaders/sources/demo/planted-truths.ts";
import {runShop} from "../../../data-loaders/sources/demo/shop.ts";
import {demo} from "../../../data-loaders/sources/demo-source.ts";
import {withWarehouse} from "../../helpers/make-shop.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

const CUSTOMERS = 3000;

/** Pairs of accounts in a partition. */
function countPairs(groups: Iterable<number>): number {
  let pairs = 0;
  for (const size of groups) pairs += (size * (size - 1)) / 2;
  return pairs;
}

function countBy<T>(items: Iterable<T>, name: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(name(item), (counts.get(name(item)) ?? 0) + 1);
  return counts;
}

/** Precision and recall over pairs of accounts: pairs found that are true, and true pairs that are found. */
function compare(truth: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>) {
  const accounts = [...truth.keys()];
  const foundOf = (account: string) => found.get(account) ?? `nobody: ${account}`;
  const both = countPairs(countBy(accounts, (account) => `${truth.get(account)} ${foundOf(account)}`).values());
  const guessed = countPairs(countBy(accounts, foundOf).values());
  const real = countPairs(countBy(accounts, (account) => truth.get(account)!).values());
  return {precision: both / guessed, recall: both / real, pairs: real};
}

test(
  "the demo's people are found: precision 1, recall 0.995 or more",
  () =>
    inTemporaryFolder(async (folder) => {
      const entities = ["customers", "orders", "order_lines", "identifiers", "web_events"];
      const loaded = {
        config: defineConfig({name: "Demo", sources: demo({customers: CUSTOMERS, entities})}),
        file: join(folder, "x.ts"),
        folder,
      };
      const shop = runShop(demoDefaults.seed, CUSTOMERS);
      const registered = new Map(shop.accounts.map(({id, person}) => [id, `${person.serial}`]));
      const guests = new Map(
        shop.orders.filter(({account}) => account === null).map(({id, person}) => [`guest:${id}`, `${person.serial}`]),
      );
      await withWarehouse({loaded, privateFolder: join(folder, "private")}, async (warehouse) => {
        const rows = await warehouse.query<{customer_id: string; no: number}>(
          "SELECT customer_id, CAST(person_no AS INTEGER) AS no FROM account_persons",
        );
        const found = new Map(rows.map(({customer_id, no}) => [customer_id, `${no}`]));
        const ofAccounts = compare(registered, found);
        const ofOrders = compare(new Map([...registered, ...guests]), found);
        console.log(`accounts: ${JSON.stringify(ofAccounts)}, with guest orders: ${JSON.stringify(ofOrders)}`);
        expect(ofAccounts.precision).toBe(1);
        expect(ofAccounts.recall).toBeGreaterThanOrEqual(0.995);
        expect(ofOrders.precision).toBe(1);
        const [persons] = await warehouse.query<{n: number}>("SELECT CAST(count(*) AS INTEGER) AS n FROM persons");
        expect(persons!.n).toBe(shop.buyers.length + shop.browsers.length);
        const {sharedPhone, throwAwayEmail, throwAwayPhone} = plantedTruths.duplicates;
        expect(
          await warehouse.query(
            "SELECT value, CAST(accounts AS INTEGER) AS accounts FROM identity_guards ORDER BY value",
          ),
        ).toEqual([
          {value: `+9${sharedPhone.replaceAll(" ", "")}`, accounts: officePhoneAccounts(CUSTOMERS)},
          {value: throwAwayPhone, accounts: throwAwayAccounts(CUSTOMERS)},
          {value: throwAwayEmail, accounts: throwAwayAccounts(CUSTOMERS)},
        ]);
      });
    }),
  60_000,
);
