import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import fc from "../../helpers/fast-check.ts";
import {withWarehouse} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";
import {compareAnchors} from "../../oracle/compare-anchors.ts";
import {type AccountShop, readPeople, withAccountsIn} from "./account-shop.ts";

const ada = {id: "ada", on: "2025-02-01", email: "ada@example.com"};
const bob = {id: "bob", on: "2025-03-01", phone: "0532 000 00 01"};
const cem = {id: "cem", on: "2025-04-01", email: "cem@example.com"};
const base: AccountShop = {customers: [ada, bob, cem, {id: "ada2", on: "2025-05-01", email: "ADA@example.com"}]};

const stateIn = (folder: string) => {
  const root = join(folder, "private/state/anchors");
  return existsSync(root)
    ? readdirSync(root, {recursive: true, encoding: "utf8"})
        .filter((name) => /\.\w+$/.test(name))
        .sort()
        .map((name) => `${name.slice(-12)} ${readFileSync(join(root, name)).toString("base64")}`)
    : [];
};

const read = (folder: string, name: string) => readFileSync(join(folder, "private/identity", name), "utf8");

/** One run that succeeds: people, changes and what is published of them. */
async function look(warehouse: Warehouse) {
  const people = await readPeople(warehouse);
  const rows = await warehouse.query<Record<string, string | null>>(
    `SELECT change, from_id, anchor_id, CAST(accounts AS VARCHAR) AS accounts, account_id, other_account_id, kind, value
     FROM identity_changes ORDER BY change, anchor_id, from_id`,
  );
  const summary = await publishedRows<{measure: string; kind: string; total: number | null}>(
    warehouse,
    "identity-summary",
  );
  await warehouse.keepState();
  return {
    people,
    changes: rows.map((row) => Object.values(row).filter(Boolean).join(" ")),
    summary: Object.fromEntries(
      summary.map(({measure, kind, total}) => [kind === "all" ? measure : `${measure} ${kind}`, total]),
    ),
  };
}

const run = (folder: string, shop: AccountShop, options = {}) => withAccountsIn(folder, shop, look, options);

/** Runs over several states of one shop, one after the other. */
const runAll = (...shops: AccountShop[]) =>
  inTemporaryFolder(async (folder) => {
    const results = [];
    for (const shop of shops) results.push(await run(folder, shop));
    return results;
  });

const plus = (...more: NonNullable<AccountShop["customers"]>): AccountShop => ({
  customers: [...base.customers!, ...more],
});

test("without state people are who they were, and changes are not assessed", async () => {
  const [first] = await runAll(base);
  expect(first!.people).toBe("ada+ada2 | bob | cem");
  expect(first!.changes).toEqual([]);
  expect(first!.summary).toEqual({
    accounts: 4,
    persons: 3,
    "linked email": 1,
    merged: null,
    split: null,
    alias: null,
    anchor: null,
  });
});

test("an account that is registered earlier but arrives later does not rename anybody", async () => {
  const early = {id: "early", on: "2025-01-01", email: "ada@example.com"};
  const [, second, third] = await runAll(base, plus(early), plus(early, {id: "new", on: "2025-06-01"}));
  expect(second!.people).toBe("ada+ada2+early | bob | cem");
  expect(second!.changes).toEqual(["alias early ada 1 early ada email ada@example.com"]);
  expect(second!.summary).toMatchObject({merged: 0, split: 0, alias: 1, anchor: 0, persons: 3, accounts: 5});
  expect(third!.people).toBe("ada+ada2+early | bob | cem | new");
  expect(third!.changes).toEqual([]);
});

test("of people who turn out to be one the older anchor stays, and the report says which identifier it was", async () => {
  const both = {id: "early", on: "2025-01-01", email: "ada@example.com", phone: "0532 000 00 01"};
  const [, second] = await runAll(base, plus(both));
  expect(second!.people).toBe("ada+ada2+bob+early | cem");
  expect(second!.changes).toEqual([
    "alias early ada 1 early ada email ada@example.com",
    "merged bob ada 1 bob early phone +905320000001",
  ]);
  expect(second!.summary).toMatchObject({merged: 1, split: 0, alias: 1, persons: 2, accounts: 5});
});

test("an account that goes splits those whom it brought together; the anchor stays where it is", async () => {
  const both = {id: "both", on: "2025-01-01", email: "ada@example.com", phone: "0532 000 00 01"};
  const [first, second, third] = await runAll(plus(both), base, plus(both));
  expect(first!.people).toBe("both+ada+ada2+bob | cem");
  expect(second!.people).toBe("ada+ada2 | bob | cem");
  expect(second!.changes).toEqual(["split both ada 2", "split both bob 1"]);
  expect(second!.summary).toMatchObject({merged: 0, split: 1, anchor: 0});
  expect(third!.people).toBe("ada+ada2+bob+both | cem");
  expect(third!.changes).toContain("merged bob ada 1 bob both phone +905320000001");
});

test("when the anchor's account goes, the earliest of the others is the anchor from then on", async () => {
  const ada3 = {id: "ada3", on: "2025-05-02", email: "ada@example.com"};
  const without = (id: string) => ({customers: plus(ada3).customers!.filter((customer) => customer.id !== id)});
  const [, second, third] = await runAll(plus(ada3), without("ada"), plus(ada3));
  expect(second!.people).toBe("bob | cem | ada2+ada3");
  expect(second!.changes).toEqual(["anchor ada ada2 2"]);
  expect(second!.summary).toMatchObject({anchor: 1, merged: 0, split: 0});
  expect(third!.people).toBe("ada2+ada+ada3 | bob | cem");
  expect(third!.changes).toEqual(["alias ada ada2 1 ada ada2 email ada@example.com"]);
});

test("the same input gives the same again, however often, and changes no state", () =>
  inTemporaryFolder(async (folder) => {
    await run(folder, base);
    const early = plus({id: "early", on: "2025-01-01", email: "ada@example.com"});
    const second = await run(folder, early);
    const state = stateIn(folder);
    const files = ["links.csv", "changes.csv"].map((name) => read(folder, name));
    expect(state).toHaveLength(3);
    for (let i = 0; i < 2; i++) {
      rmSync(join(folder, "private/warehouse"), {recursive: true});
      expect(await run(folder, early)).toEqual(second);
      expect(stateIn(folder)).toEqual(state);
    }
    expect(files).toEqual(["links.csv", "changes.csv"].map((name) => read(folder, name)));
    expect(files[1]).toBe(
      "change,anchor_id,from_id,accounts,account_id,other_account_id,kind,value\nalias,ada,early,1,early,ada,email,ada@example.com\n",
    );
    expect(files[0]).toContain('ada2,ada,ada2,ada,email,ada@example.com,"same e-mail, shared by 3 of at most 5"\n');
  }));

test("another place, with the state that was carried there, gives the same", () =>
  inTemporaryFolder((one) =>
    inTemporaryFolder(async (other) => {
      const late = plus({id: "early", on: "2025-01-01", email: "ada@example.com"});
      for (const folder of [one, other]) {
        await run(folder, base);
        await run(folder, late);
      }
      expect(stateIn(other)).toEqual(stateIn(one));
    }),
  ));

test("a run that fails, or only looks, leaves the state alone", () =>
  inTemporaryFolder(async (folder) => {
    await run(folder, base);
    const state = stateIn(folder);
    const changed = plus({id: "early", on: "2025-01-01", email: "ada@example.com"});
    await withAccountsIn(folder, changed, readPeople);
    await expect(run(folder, changed, {identity: {defaultCountry: "QQ"}})).rejects.toThrow("no country has the code");
    expect(stateIn(folder)).toEqual(state);
    await run(folder, changed);
    expect(stateIn(folder)).not.toEqual(state);
  }));

test("other options are another input; another shop has a state of its own", () =>
  inTemporaryFolder(async (folder) => {
    await run(folder, base);
    const strict = await run(folder, base, {identity: {maxAccountsPerIdentifier: 1}});
    expect(strict.changes).toEqual(["split ada ada2 1"]);
    expect(strict.summary).toMatchObject({"refused email": 1, split: 1, persons: 4});
    expect((await run(folder, base, {name: "Another"})).summary.merged).toBeNull();
  }));

test("state that is damaged stops the run and names the file", () =>
  inTemporaryFolder(async (folder) => {
    await run(folder, base);
    await run(folder, plus({id: "x", on: "2025-06-01"}));
    const root = join(folder, "private/state/anchors");
    const files = readdirSync(root, {recursive: true, encoding: "utf8"}).map((name) => join(root, name));
    const record = files.find((name) => name.endsWith("current.json"))!;
    const text = readFileSync(record, "utf8");
    writeFileSync(record, "{}");
    await expect(run(folder, base)).rejects.toThrow(`${record}: cannot be read`);
    writeFileSync(record, text);
    for (const file of files.filter((name) => name.endsWith(".parquet"))) writeFileSync(file, "PAR1");
    await expect(run(folder, base)).rejects.toThrow(".parquet: is damaged; bring it back");
    for (const file of files.filter((name) => name.endsWith(".parquet"))) rmSync(file);
    await expect(run(folder, base)).rejects.toThrow(".parquet: is missing; bring it back");
  }));

test("a shop without identifiers keeps nothing, and searches nobody", () =>
  inTemporaryFolder(async (folder) => {
    const lines = "order_id,customer_id,ordered_at,amount\n1,c1,2025-02-01,10\n";
    writeFileSync(join(folder, "lines.csv"), lines);
    const config = defineConfig({name: "Plain", sources: {order_lines: csv({path: "lines.csv"})}});
    const loaded = {config, file: join(folder, "shop.config.ts"), folder};
    const {summary} = await withWarehouse({loaded, privateFolder: join(folder, "private")}, look);
    expect(summary).toEqual({accounts: 1, persons: 1, merged: null, split: null, alias: null, anchor: null});
    expect(existsSync(join(folder, "private/state/anchors"))).toBe(false);
    const stored = readdirSync(join(folder, "private/warehouse/tables"));
    expect(stored.filter((table) => table.startsWith("identity_"))).toEqual([]);
  }));

test("splits and merges are those that a comparison account by account finds", () =>
  inTemporaryFolder(async (folder) => {
    const shopOf = fc
      .array(fc.record({id: fc.integer({min: 1, max: 12}), email: fc.integer({min: 1, max: 7})}), {
        minLength: 6,
        maxLength: 20,
      })
      .map(
        (given): AccountShop => ({
          customers: [
            ...new Map(given.map(({id}) => [id, {id: `c${id}`, on: `2025-01-${10 + ((id * 5) % 12)}`}])).values(),
          ],
          identifiers: [...new Map(given.map((row) => [`${row.id} ${row.email}`, row])).values()].map(
            ({id, email}) => ({
              id: `c${id}`,
              kind: "email",
              value: `mail${email}@example.com`,
            }),
          ),
        }),
      );
    let before: Map<string, string> | undefined;
    for (const shop of fc.sample(shopOf, {seed: 5, numRuns: 4})) {
      const after = await withAccountsIn(folder, shop, async (warehouse) => {
        const anchors = await warehouse.query<{account: string; anchor: string}>(
          "SELECT a.customer_id AS account, p.customer_id AS anchor FROM account_persons a JOIN persons p ON p.person_no = a.person_no",
        );
        const now = new Map(anchors.map(({account, anchor}) => [account, anchor]));
        const {summary} = await look(warehouse);
        const expected = before && compareAnchors(before, now);
        expect([summary.merged, summary.split]).toEqual([
          expected?.merged.length ?? null,
          expected?.split.length ?? null,
        ]);
        // Whoever was an anchor and still leads somebody is one, unless an older anchor is there too.
        for (const [account, anchor] of before ?? [])
          if (account === anchor && now.has(account) && now.get(account) !== account)
            expect(before!.get(now.get(account)!)).toBe(now.get(account));
        return now;
      });
      before = after;
    }
  }));
