import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {assessRestatements} from "../../../data-loaders/cli/assess-restatements.ts";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import type {ShopConfigInput} from "../../../data-loaders/config/shop-schema.ts";
import {sha256} from "../../../data-loaders/releases/hash-files.ts";
import type {ReleaseIndex} from "../../../data-loaders/releases/release-index.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {nameOfPublished} from "../../../data-loaders/warehouse/graph.ts";
import {describePublished} from "../../../data-loaders/warehouse/manifest.ts";
import type {RestatementRow} from "../../../src/components/releases/restatements.ts";
import {withWarehouse} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";

const folder = mkdtempSync(join(tmpdir(), "mudavim-restatements-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const index: ReleaseIndex = {basePath: "/", title: "Shop", latest: null, releases: []};

/** Four people in three months; the fourth is the first one under another account, which only an e-mail tells. */
const files = {
  "lines.csv": `order_id,customer_id,ordered_at,amount
O1,A,2025-01-10 10:00:00,100
O2,B,2025-01-12 10:00:00,50
O3,A,2025-02-10 10:00:00,100
O4,C,2025-02-11 10:00:00,70
O5,D,2025-03-05 10:00:00,30
`,
  "returns.csv": "order_id,returned_at,amount\nO1,2025-01-20,10\n",
  "customers.csv":
    "customer_id,registered_on,email\nA,2025-01-01,a@example.org\nB,2025-01-02,b@example.org\nC,2025-01-03,c@example.org\nD,2025-01-04,d@example.org\n",
};

type Changed = Omit<RestatementRow, "month"> & {month: string};

/** What the last release found to compare with. */
let assessed: {counts: Record<string, number> | null; comparedWith: string | null | undefined};

/** Publishes some tables of the shop as a release, and returns what it restates. */
async function release(
  changed: Partial<typeof files> = {},
  options: Partial<ShopConfigInput> = {},
): Promise<Changed[]> {
  for (const [name, text] of Object.entries({...files, ...changed})) writeFileSync(join(folder, name), text);
  const config = defineConfig({
    name: "Shop",
    asOf: "2025-03-31",
    privacy: {minCustomers: 1},
    ...options,
    sources: {
      order_lines: csv({path: "lines.csv"}),
      returns: csv({path: "returns.csv"}),
      customers: csv({path: "customers.csv"}),
    },
  });
  const loaded = {config, file: join(folder, "shop.config.ts"), folder};
  return withWarehouse({loaded, privateFolder: join(folder, "private")}, async (warehouse) => {
    await warehouse.ensure(["monthly-sales", "segment-sizes"].map(nameOfPublished));
    const {counts, keep} = await assessRestatements(warehouse, describePublished(warehouse), folder, index);
    assessed = {counts, comparedWith: warehouse.releases?.comparedWith};
    const rows = await publishedRows<Changed>(warehouse, "restatements");
    const id = `2025-03-${index.releases.length + 1}-00000000`;
    await keep(id);
    list(id);
    return rows;
  });
}

/** Has the index list a release, of which only what is asked for is there. */
function list(id: string): void {
  const text = JSON.stringify({definitions: {version: "1"}, restatements: null});
  mkdirSync(join(folder, "r", id), {recursive: true});
  writeFileSync(join(folder, "r", id, "release.json"), text);
  const hashes = {manifest: sha256(text)} as ReleaseIndex["releases"][number]["hashes"];
  const release = {
    id,
    month: "2025-03",
    asOf: "2025-03-31",
    supersedes: null,
    commit: null,
    policy: "",
    hashes,
    isPinned: false,
  };
  index.releases.push(release);
}

/** What a release itself restates. */
const show = (rows: readonly Changed[]) =>
  rows
    .filter((row) => row.release === null)
    .map(
      (row) =>
        `${row.month.slice(0, 7)} ${row.row_key} ${row.measure}: ${row.old_value} → ${row.new_value}, ${row.cause}`,
    );

beforeAll(async () => {
  expect(await release()).toEqual([]);
});

it("the same input restates nothing", async () => {
  expect(await release()).toEqual([]);
});

const late = {"returns.csv": `${files["returns.csv"]}O4,2025-02-20,7\n`};
const merged = {...late, "customers.csv": files["customers.csv"].replace("d@example.org", "a@example.org")};
const ordered = {...merged, "lines.csv": `${files["lines.csv"]}O6,B,2025-03-30 10:00:00,40\n`};

it("a late return changes the month that it is dated in, and the windows that hold it", async () => {
  expect(show(await release(late))).toEqual([
    "2025-02  net_revenue: 170 → 163, returns",
    "2025-02 segment=new_customers net_revenue_month: 70 → 63, returns",
    "2025-02 segment=new_customers net_revenue_window: 70 → 63, returns",
    "2025-03 segment=promising net_revenue_window: 70 → 63, returns",
  ]);
});

// A has two orders of 100, less 10; D one of 30. Before D's order D is a prospect, who is gone.
it("a merge changes what the two people were, in every month, and not what was sold", async () => {
  const rows = await release(merged);
  expect(show(rows)).toEqual([
    "2025-03  new_customers: 1 → 0, merges",
    "2025-01 segment=prospect customers: 2 → 1, merges",
    "2025-02 segment=prospect customers: 1 → 0, merges",
    "2025-03 segment=champions customers: 0 → 1, merges",
    "2025-03 segment=champions net_revenue_month: 0 → 30, merges",
    "2025-03 segment=champions net_revenue_window: 0 → 220, merges",
    "2025-03 segment=champions order_count_month: 0 → 1, merges",
    "2025-03 segment=champions order_count_window: 0 → 3, merges",
    "2025-03 segment=loyal customers: 1 → 0, merges",
    "2025-03 segment=loyal net_revenue_window: 190 → 0, merges",
    "2025-03 segment=loyal order_count_window: 2 → 0, merges",
    "2025-03 segment=new_customers customers: 1 → 0, merges",
    "2025-03 segment=new_customers net_revenue_month: 30 → 0, merges",
    "2025-03 segment=new_customers net_revenue_window: 30 → 0, merges",
    "2025-03 segment=new_customers order_count_month: 1 → 0, merges",
    "2025-03 segment=new_customers order_count_window: 1 → 0, merges",
  ]);
  const earlier = rows.filter((row) => row.release !== null);
  expect(earlier.map(({release_no, release: id}) => [release_no, id])).toEqual(
    Array.from({length: 4}, () => [3, "2025-03-3-00000000"]),
  );
});

it("a late order is late data, of its month alone", async () => {
  const shown = show(await release(ordered));
  expect(shown).toContain("2025-03  net_revenue: 30 → 70, late_data");
  expect(shown.filter((row) => !/^2025-03 .*, late_data$/.test(row))).toEqual([]);
});

it("after another definition that is the cause of all", async () => {
  const shown = show(await release(ordered, {rfm: {recencyDays: [10, 60, 90, 180]}}));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((row) => !row.endsWith(", definition_change"))).toEqual([]);
});

it("without the private state nothing is assessed", async () => {
  rmSync(join(folder, "private/state/releases"), {recursive: true});
  expect(await release(files)).toEqual([]);
  expect(assessed).toEqual({counts: null, comparedWith: null});
});
