import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {assessRestatements} from "../../../data-loaders/cli/assess-restatements.ts";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import type {ShopConfigInput} from "../../../data-loaders/config/shop-schema.ts";
import {hashData} from "../../../data-loaders/releases/draft-release.ts";
import type {ReleaseIndex} from "../../../data-loaders/releases/release-index.ts";
import {maybeState, stateFolder} from "../../../data-loaders/releases/release-state.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {nameOfPublished} from "../../../data-loaders/warehouse/graph.ts";
import {describePublished} from "../../../data-loaders/warehouse/manifest.ts";
import type {RestatementRow} from "../../../src/components/releases/restatements.ts";
import type {MoveCauseRow} from "../../../src/components/report/movement-rows.ts";
import {listRelease} from "../../helpers/list-release.ts";
import {withWarehouse} from "../../helpers/make-shop.ts";
import {publishedRows, type Written} from "../../helpers/published-rows.ts";

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

type Changed = Written<RestatementRow>;

/** What the last release found to compare with, why people moved by it, and whether it is news. */
let assessed: {
  counts: Record<string, number> | null;
  comparedWith: string | null | undefined;
  moves: string[];
  /** Months whose moves are held against what was published of the month before. */
  held: string[];
  data: string;
};

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
    const rows = await publishedRows<Changed>(warehouse, "restatements");
    const causes = await publishedRows<Written<MoveCauseRow>>(warehouse, "move-causes");
    const named = causes.map((row) => ({...row, month: row.month.slice(0, 7)}));
    assessed = {
      counts,
      comparedWith: warehouse.releases?.comparedWith,
      moves: named.map((row) => `${row.month} ${row.from_segment} → ${row.to_segment}: ${row.customers} ${row.cause}`),
      held: [...new Set(named.flatMap((row) => (row.is_restated_assessed ? row.month : [])))],
      data: hashData(describePublished(warehouse)),
    };
    const id = `2025-03-${index.releases.length + 1}-00000000`;
    await keep(id);
    listRelease(folder, index, id, "2025-03-31", {version: "1"});
    return rows;
  });
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

it("the same input restates nothing, and is no news", async () => {
  const {data, moves, held} = assessed;
  expect(held).toEqual([]);
  expect(await release()).toEqual([]);
  expect(assessed).toMatchObject({data, moves, held: ["2025-02", "2025-03"]});
});

const late = {"returns.csv": `${files["returns.csv"]}O4,2025-02-20,7\n`};
const merged = {...late, "customers.csv": files["customers.csv"].replace("d@example.org", "a@example.org")};
const ordered = {...merged, "lines.csv": `${files["lines.csv"]}O6,B,2025-02-20 10:00:00,40\n`};

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
  // A's states before D's order are those that were published of A.
  expect(assessed.held).toEqual(["2025-02", "2025-03"]);
  expect(assessed.moves.filter((move) => move.endsWith("restated"))).toEqual([]);
  const earlier = rows.filter((row) => row.release !== null);
  expect(earlier.map(({release_no, release: id}) => [release_no, id])).toEqual(
    Array.from({length: 4}, () => [3, "2025-03-3-00000000"]),
  );
});

it("a late order is late data, of its month and those after it", async () => {
  const shown = show(await release(ordered));
  expect(shown).toContain("2025-02  net_revenue: 163 → 203, late_data");
  expect(shown.filter((row) => !/^2025-0[23] .*, late_data$/.test(row))).toEqual([]);
});

// With two orders of two people who had one, A's two of February are worth a score of 2 and no longer 4; in March A has three.
it("whose move begins in a state that was not published is restated, until that is published", async () => {
  const {data, moves} = assessed;
  expect(moves).toEqual([
    "2025-02 new_customers → potential_loyalists: 2 thresholds",
    "2025-02 prospect → new_customers: 1 entered",
    "2025-03 new_customers → promising: 1 ageing",
    "2025-03 potential_loyalists → champions: 1 restated",
  ]);
  await release(ordered);
  expect(assessed.moves).toEqual([...moves.slice(0, 3), "2025-03 potential_loyalists → champions: 1 thresholds"]);
  expect(assessed.data).toBe(data);
});

it("after another definition that is the cause of all", async () => {
  const shown = show(await release(ordered, {rfm: {recencyDays: [10, 60, 90, 180]}}));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((row) => !row.endsWith(", definition_change"))).toEqual([]);
  expect(assessed.held).toEqual([]);
});

it("states that are damaged or lost are named", async () => {
  const kept = stateFolder(join(folder, "private"), "Shop");
  const file = join(kept, index.releases.at(-1)!.id, "states.parquet");
  writeFileSync(file, "PAR1");
  await expect(maybeState(kept, index.releases.at(-1)!.id)).rejects.toThrow(`${file}: is damaged`);
  rmSync(file);
  await expect(maybeState(kept, index.releases.at(-1)!.id)).rejects.toThrow(`${file}: is missing`);
});

it("without the private state nothing is assessed", async () => {
  rmSync(join(folder, "private/state/releases"), {recursive: true});
  expect(await release(files, {asOf: "2025-03-15"})).toEqual([]);
  expect(assessed).toMatchObject({counts: null, comparedWith: null, held: []});
});

it("moves out of a month that was not over are held against nothing", async () => {
  await release(files, {asOf: "2025-04-10"});
  expect(assessed.moves.some((move) => move.startsWith("2025-04"))).toBe(true);
  expect(assessed.held).toEqual(["2025-02", "2025-03"]);
});
