import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
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

/** Every published file's bytes. */
async function readPublished(warehouse: Warehouse): Promise<Map<string, string>> {
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

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), "mudavim-incremental-"));
    await run(base, shop);
  }, 60_000);

  afterAll(() => rmSync(base, {recursive: true}));

  /** Runs over a shop in a folder; the second time what is stored there is used. */
  async function run(
    folder: string,
    given: Shop,
    {options = {}, root}: {options?: ShopOptions; root?: string} = {},
    privateName = "private",
  ) {
    const loaded = writeShop(folder, given, options);
    const published = await withWarehouse(
      {loaded, privateFolder: join(folder, privateName), ...(root ? {root} : {})},
      readPublished,
    );
    return {published, stored: listStored(join(folder, privateName))};
  }

  /** Runs over the base shop's store with something changed; tells what that wrote and published. */
  async function runAgain(folder: string, given: Shop, change: {options?: ShopOptions; root?: string} = {}) {
    cpSync(base, folder, {recursive: true, preserveTimestamps: true});
    const before = listStored(join(folder, "private"));
    const {published, stored} = await run(folder, given, change);
    return {published, written: listWritten(before, stored), stored: [...stored.keys()]};
  }

  /** The same, holding what it published against a run from nothing: the same bytes. */
  function rerun(given: Shop, change: {options?: ShopOptions} = {}) {
    return inTemporaryFolder(async (folder) => {
      const again = await runAgain(folder, given, change);
      const cold = await run(folder, given, change, "cold");
      for (const [name, bytes] of cold.published)
        expect([name, again.published.get(name) === bytes]).toEqual([name, true]);
      return again;
    });
  }

  const monthsOf = (files: readonly string[], table: string) =>
    files
      .filter((file) => file.startsWith(`${table}/`))
      .map((file) => basename(file).slice(0, 7))
      .sort();

  test("over the same files writes nothing", async () => {
    expect((await inTemporaryFolder((folder) => runAgain(folder, shop))).written).toEqual([]);
  });

  test("with a month more, and new customers in it, computes only that month's snapshot", async () => {
    const june = orderUntil("2025-06-30").filter((line) => line.at >= "2025-06");
    const {written, stored} = await rerun({
      ...shop,
      lines: [...shop.lines, ...june, {order: "n", customer: "aaa", at: "2025-06-30", amount: 10_000}],
      customers: [...shop.customers!, {customer: "zzz", on: "2025-06-02"}],
    });
    for (const table of ["rfm_snapshots", "moves", "migrations"]) expect(monthsOf(written, table)).toEqual(["2025-06"]);
    expect(monthsOf(stored, "rfm_snapshots")).toContain("2024-01");
  });

  test("with a cancellation of long ago computes the months from then on, as a cold run does", async () => {
    const order = shop.lines.find((line) => line.customer === "c7" && line.at > "2024-10")!;
    const {written} = await rerun({...shop, cancellations: [...shop.cancellations!, {order: order.order, lineNo: 1}]});
    expect(monthsOf(written, "rfm_snapshots")[0]).toBe(order.at.slice(0, 7));
    expect(monthsOf(written, "rfm_snapshots")).toHaveLength(8);
  });

  test("with a return that was reported late computes the months from then on, as a cold run does", async () => {
    const order = shop.lines.find((line) => line.customer === "c7" && line.at > "2024-10")!;
    const {written} = await rerun({
      ...shop,
      returns: [...shop.returns!, {order: order.order, at: "2025-04-03", amount: 5000}],
    });
    expect(monthsOf(written, "rfm_snapshots")).toEqual(["2025-04", "2025-05"]);
  });

  test("with the rest of a month that was not over computes that month again", async () => {
    const half = {...shop, lines: shop.lines.filter((line) => line.at <= "2025-05-12")};
    await inTemporaryFolder(async (folder) => {
      const before = await run(folder, half);
      const after = await run(folder, shop);
      const cold = await run(folder, shop, {}, "cold");
      expect(monthsOf(listWritten(before.stored, after.stored), "rfm_snapshots")).toEqual(["2025-05"]);
      expect(after.published).toEqual(cold.published);
    });
  });

  test("with an order before all others, and somebody known earlier than thought", async () => {
    await rerun({
      ...shop,
      lines: [{order: "first", customer: "c8", at: "2023-11-05", amount: 10_000}, ...shop.lines],
      customers: [...shop.customers!, {customer: "c20", on: "2023-12-01"}],
    });
  });

  test("with the lines in another order publishes the same", async () => {
    const {written} = await rerun({...shop, lines: [...shop.lines].reverse()});
    expect(monthsOf(written, "rfm_snapshots")).toEqual([]);
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
    const {written} = await inTemporaryFolder((folder) => runAgain(folder, shop, {options}));
    expect(listTables(written)).toEqual(tables);
  });

  test("with other values for several options publishes what a cold run does", async () => {
    await rerun(shop, {
      options: {privacy: {minCustomers: 5}, slide: {to: ["at_risk"]}, watchedEdges: [], ageBands: [30, 60]},
    });
  });

  test("with another window computes no sources, orders or sales again", async () => {
    const {written} = await rerun(shop, {options: {rfm: {windowMonths: 6}}});
    expect(listTables(written)).toContain("rfm_snapshots");
    for (const table of ["source_order_lines", "orders", "persons", "customer_months"])
      expect(listTables(written)).not.toContain(table);
  });

  test("with one model edited computes that and what reads it", () =>
    inTemporaryFolder(async (root) => {
      makeProject(root);
      editFile(
        root,
        "data-loaders/models/slide_bases.sql",
        "-- One row per month: how many people could slide.",
        "-- One row per month: how many could slide.",
      );
      expect(listTables((await runAgain(join(root, "shop"), shop, {root})).written)).toEqual([
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
      expect(listTables((await runAgain(join(root, "shop"), shop, {root})).written)).toEqual([
        "published_field_usage",
        "published_monthly_sales",
      ]);
    }));
});
