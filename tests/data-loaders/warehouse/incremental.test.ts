import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import {editFile, makeProject} from "../../helpers/make-project.ts";
import {type ShopOptions, withWarehouse, writeShop} from "../../helpers/make-shop.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";
import {formatDay, parseDay} from "../../oracle/calendar.ts";
import type {Line, Shop} from "../../oracle/shop.ts";

const firstDay = parseDay("2024-01-02");

/** Forty customers, each of whom orders every so many days: no two shops in a run of tests differ by chance. */
function orderUntil(lastDay: string): Line[] {
  return Array.from({length: 40}, (_, i) => i).flatMap((i) => {
    const days = Array.from({length: 60}, (_, n) => firstDay + 3 * i + n * (11 + 5 * (i % 9))).filter(
      (day) => day <= parseDay(lastDay),
    );
    return days.map((day) => ({
      order: `c${i}-${day}`,
      lineNo: 1,
      customer: `c${i}`,
      at: formatDay(day),
      amount: 10_000 * (1 + ((7 * day + i) % 50)),
    }));
  });
}

const shop: Shop = {
  lines: [...orderUntil("2025-05-31"), {order: "last", customer: "c1", at: "2025-05-31", amount: 10_000}],
  returns: [{order: `c3-${firstDay + 9}`, at: "2024-03-01", amount: 5000}],
  cancellations: [{order: `c4-${firstDay + 12}`}],
  customers: [
    {customer: "prospect", on: "2024-02-01"},
    {customer: "c5", on: "2023-05-01"},
  ],
};

/** A stored file → when it was written. */
function listStored(privateFolder: string): Map<string, number> {
  const tables = join(privateFolder, "warehouse/tables");
  if (!existsSync(tables)) return new Map();
  const files = readdirSync(tables, {recursive: true, encoding: "utf8"}).filter((file) =>
    /\.(parquet|arrow)$/.test(file),
  );
  return new Map(files.map((file) => [file, statSync(join(tables, file)).mtimeMs]));
}

/** The stored files that a second run added or wrote again, of sources too. */
function listWritten(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...after].filter(([file, time]) => before.get(file) !== time).map(([file]) => file);
}

function listTables(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => file.split("/")[0]!))].sort();
}

type Published = Map<string, string>;

interface Change {
  options?: ShopOptions;
  root?: string;
}

function expectSame(published: Published, expected: Published): void {
  expect(published.size).toBe(expected.size);
  for (const [name, bytes] of expected) expect([name, published.get(name) === bytes]).toEqual([name, true]);
}

/** Every published file's bytes. */
async function readPublished(warehouse: Warehouse): Promise<Published> {
  await warehouse.ensure();
  const names = warehouse.listPublished().map((name) => /([a-z-]+)\.arrow/.exec(warehouse.graph.get(name)!.file)![1]!);
  return new Map(
    await Promise.all(
      names.map(
        async (name): Promise<[string, string]> => [name, readFileSync(await warehouse.publishedFile(name), "base64")],
      ),
    ),
  );
}

describe("a second run", {timeout: 60_000}, () => {
  let base: string;
  let published: Published;

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), "mudavim-incremental-"));
    ({published} = await run(base, shop));
  }, 60_000);

  afterAll(() => rmSync(base, {recursive: true}));

  /** Runs over a shop in a folder, with what is stored there, and tells what that wrote. */
  async function run(folder: string, given: Shop, change: Change = {}, privateName = "private") {
    const {options = {}, root} = change;
    const privateFolder = join(folder, privateName);
    const before = listStored(privateFolder);
    const loaded = writeShop(folder, given, options);
    const published = await withWarehouse({loaded, privateFolder, ...(root ? {root} : {})}, readPublished);
    const stored = listStored(privateFolder);
    return {published, written: listWritten(before, stored), stored: [...stored.keys()]};
  }

  /** Has a task done in a copy of the base shop and its store. */
  function inCopy<T>(task: (folder: string) => Promise<T>): Promise<T> {
    return inTemporaryFolder((folder) => {
      cpSync(base, folder, {recursive: true, preserveTimestamps: true});
      return task(folder);
    });
  }

  const runAgain = (given: Shop, change?: Change) => inCopy((folder) => run(folder, given, change));

  /** A run from nothing over the shop of a folder publishes the same bytes. */
  async function expectAsCold(folder: string, given: Shop, warm: Published, change?: Change) {
    expectSame(warm, (await run(folder, given, change, "cold")).published);
  }

  const monthsOf = (files: readonly string[], table: string) =>
    files
      .filter((file) => file.startsWith(`${table}/`))
      .map((file) => basename(file).slice(0, 7))
      .sort();

  test("over the same files writes nothing", async () => {
    expect((await runAgain(shop)).written).toEqual([]);
  });

  // Each change reaches less far back than the one before: what that one computed of earlier months stays to be compared.
  test("after changes of ever later months computes the months from each on, and in the end what a cold run does", () =>
    inCopy(async (folder) => {
      const given = {...shop, returns: [...shop.returns!], cancellations: [...shop.cancellations!]};
      const order = shop.lines.find((line) => line.customer === "c7" && line.at > "2024-10")!;

      // An order before all others, and somebody known earlier than thought.
      given.lines = [{order: "first", customer: "c8", at: "2023-11-05", amount: 10_000}, ...given.lines];
      given.customers = [...given.customers!, {customer: "c20", on: "2023-12-01"}];
      const earlier = await run(folder, given);
      expect(monthsOf(earlier.written, "rfm_snapshots")[0]).toBe("2023-11");

      // A cancellation of long ago.
      given.cancellations.push({order: order.order, lineNo: 1});
      const cancelled = await run(folder, given);
      expect(monthsOf(cancelled.written, "rfm_snapshots")[0]).toBe(order.at.slice(0, 7));
      expect(monthsOf(cancelled.written, "rfm_snapshots")).toHaveLength(8);

      // A return that was reported late.
      const other = shop.lines.find((line) => line.customer === "c6" && line.at > "2024-10")!;
      given.returns.push({order: other.order, at: "2025-04-03", amount: 5000});
      expect(monthsOf((await run(folder, given)).written, "rfm_snapshots")).toEqual(["2025-04", "2025-05"]);

      // A month more, and new customers in it.
      const june = orderUntil("2025-06-30").filter((line) => line.at >= "2025-06");
      given.lines = [...given.lines, ...june, {order: "n", customer: "aaa", at: "2025-06-30", amount: 10_000}];
      given.customers = [...given.customers, {customer: "zzz", on: "2025-06-02"}];
      const {written, stored, published} = await run(folder, given);
      for (const table of ["rfm_snapshots", "moves", "migrations"])
        expect(monthsOf(written, table)).toEqual(["2025-06"]);
      expect(monthsOf(stored, "rfm_snapshots")).toContain("2024-01");
      await expectAsCold(folder, given, published);
    }));

  test("with the rest of a month that was not over computes that month again", () =>
    inTemporaryFolder(async (folder) => {
      await run(folder, {...shop, lines: shop.lines.filter((line) => line.at <= "2025-05-12")});
      const after = await run(folder, shop);
      expect(monthsOf(after.written, "rfm_snapshots")).toEqual(["2025-05"]);
      expectSame(after.published, published);
    }));

  test("with the lines in another order publishes the same", async () => {
    const again = await runAgain({...shop, lines: [...shop.lines].reverse()});
    expect(monthsOf(again.written, "rfm_snapshots")).toEqual([]);
    expectSame(again.published, published);
  });

  test.each<[string, ShopOptions, string[]]>([
    [
      "the fewest customers of a cell",
      {privacy: {minCustomers: 5}},
      [
        "customer_cube",
        "migration_cells",
        "published_backtest_scores",
        "published_basket_rules",
        "published_basket_sequences",
        "published_basket_sizes",
        "published_category_affinity",
        "published_channel_values",
        "published_churn_behaviours",
        "published_churn_conditions",
        "published_churn_curve",
        "published_cohort_groups",
        "published_cohort_values",
        "published_cohorts",
        "published_cross_sell",
        "published_customer_cube",
        "published_event_counts",
        "published_flow_cube",
        "published_levers",
        "published_life_cycle",
        "published_move_causes",
        "published_order_counts",
        "published_order_ladder",
        "published_product_life",
        "published_purchase_lag",
        "published_quality_trend",
        "published_rfm_scores",
        "published_score_edges",
        "published_segment_migration",
        "published_segment_profile",
        "published_segment_reach",
        "published_segment_sizes",
        "published_segment_slides",
        "published_segment_values",
        "published_segment_windows",
        "published_slide_trend",
        "published_sliding_values",
        "published_source_months",
        "published_source_quality",
        "published_value_deciles",
        "published_win_backs",
        "source_counts",
        "source_grades",
      ],
    ],
    ["a label", {name: "Another"}, []],
    [
      "where slides end",
      {slide: {to: ["at_risk"]}},
      [
        "published_migration_limits",
        "published_segment_slides",
        "published_slide_trend",
        "published_sliding_values",
        "slide_bases",
        "slides",
      ],
    ],
    ["the moves that are watched", {watchedEdges: [{from: "loyal", to: "champions"}]}, ["published_migration_limits"]],
    [
      "the age bands",
      {ageBands: [30, 60]},
      ["cube_cells", "customer_cube", "published_customer_cube", "published_flow_cube"],
    ],
  ])("with another value for %s computes only what reads it", async (_, options, tables) => {
    const {written} = await runAgain(shop, {options});
    expect(listTables(written)).toEqual(tables);
  });

  test("with another window computes no sources, orders or sales again; with other options too, what a cold run does", () =>
    inCopy(async (folder) => {
      const rfm = {windowMonths: 6};
      const {written} = await run(folder, shop, {options: {rfm}});
      expect(listTables(written)).toContain("rfm_snapshots");
      for (const table of ["source_order_lines", "orders", "persons", "customer_months"])
        expect(listTables(written)).not.toContain(table);
      const options = {rfm, privacy: {minCustomers: 5}, slide: {to: ["at_risk"]}, watchedEdges: [], ageBands: [30, 60]};
      await expectAsCold(folder, shop, (await run(folder, shop, {options})).published, {options});
    }));

  test("with one model edited computes that and what reads it", () =>
    inTemporaryFolder(async (root) => {
      makeProject(root);
      editFile(
        root,
        "data-loaders/models/slide_bases.sql",
        "-- One row per month: how many people could slide.",
        "-- One row per month: how many could slide.",
      );
      expect(listTables((await runAgain(shop, {root})).written)).toEqual([
        "published_migration_limits",
        "published_slide_trend",
        "slide_bases",
      ]);
    }));

  test("with a published table edited computes only that, and what fields are used for", () =>
    inTemporaryFolder(async (root) => {
      makeProject(root);
      editFile(
        root,
        "src/data/monthly-sales.arrow.sql",
        "CAST(gross_revenue AS DOUBLE) AS gross_revenue",
        "CAST(2 * gross_revenue AS DOUBLE) AS gross_revenue",
      );
      expect(listTables((await runAgain(shop, {root})).written)).toEqual([
        "published_field_usage",
        "published_monthly_sales",
      ]);
    }));
});
