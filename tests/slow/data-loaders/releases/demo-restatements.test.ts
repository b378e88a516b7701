import {appendFileSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {assessRestatements} from "../../../../data-loaders/cli/assess-restatements.ts";
import {defineConfig} from "../../../../data-loaders/config/define-config.ts";
import type {CsvSourceInput} from "../../../../data-loaders/config/source-schema.ts";
import {entityNames} from "../../../../data-loaders/entities/entities.ts";
import {tablesAboutReleases} from "../../../../data-loaders/releases/draft-release.ts";
import {isCompared} from "../../../../data-loaders/releases/find-restatements.ts";
import type {ReleaseIndex} from "../../../../data-loaders/releases/release-index.ts";
import {demoFiles} from "../../../../data-loaders/sources/demo/demo-files.ts";
import {writeDemo} from "../../../../data-loaders/sources/demo/write-demo.ts";
import {nameOfPublished} from "../../../../data-loaders/warehouse/graph.ts";
import {describePublished} from "../../../../data-loaders/warehouse/manifest.ts";
import type {Warehouse} from "../../../../data-loaders/warehouse/warehouse.ts";
import type {RestatementRow} from "../../../../src/components/releases/restatements.ts";
import {listRelease} from "../../../helpers/list-release.ts";
import {withWarehouse} from "../../../helpers/make-shop.ts";
import {publishedRows, type Written} from "../../../helpers/published-rows.ts";

const folder = mkdtempSync(join(tmpdir(), "mudavim-demo-restatements-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const index: ReleaseIndex = {basePath: "/", title: "Demo", latest: null, releases: []};

/** A figure's table, month, row and measure → what was published. */
type Published = Map<string, number | null>;

interface Released {
  published: Published;
  /** What the release says that it restates: figure → old and new. */
  restated: Map<string, [number | null, number | null]>;
  causes: Record<string, number> | null;
}

/** Publishes every table of the demo's files as they are now, without its pages. */
async function release(look: (warehouse: Warehouse) => Promise<void> = async () => {}): Promise<Released> {
  const sources = demoFiles
    .filter(({entity}) => entityNames.includes(entity))
    .map(({entity, file, columns}): [string, CsvSourceInput] => [
      entity,
      {kind: "csv", path: file, columns: {...columns}},
    ]);
  const config = defineConfig({name: "Demo", sources: Object.fromEntries(sources)});
  const loaded = {config, file: join(folder, "shop.config.ts"), folder};
  return withWarehouse({loaded, privateFolder: join(folder, "private")}, async (warehouse) => {
    const about = tablesAboutReleases.map(nameOfPublished);
    await warehouse.ensure(warehouse.listPublished().filter((name) => !about.includes(name)));
    const manifest = describePublished(warehouse);
    const {counts, keep} = await assessRestatements(warehouse, manifest, folder, index);
    const published: Published = new Map();
    for (const {name, key, columns} of manifest.tables.filter(isCompared)) {
      const measures = columns.map((column) => column.name).filter((column) => !key.includes(column));
      for (const row of await publishedRows<Record<string, unknown>>(warehouse, name)) {
        if (!manifest.months.includes(String(row.month).slice(0, 7))) continue; // a projection: it has no figure yet
        const row_key = key
          .filter((column) => column !== "month")
          .map((column) => `${column}=${row[column] ?? "none"}`);
        for (const measure of measures) {
          const value = typeof row[measure] === "bigint" ? Number(row[measure]) : row[measure];
          if (value === null || typeof value === "number")
            published.set(nameFigure(name, String(row.month), row_key.join(", "), measure), value);
        }
      }
    }
    const rows = await publishedRows<Written<RestatementRow>>(warehouse, "restatements");
    const own = rows.filter((row) => row.release === null);
    const restated = own.map(({published_table, month, row_key, measure, old_value, new_value}) => {
      const values: [number | null, number | null] = [old_value, new_value];
      return [nameFigure(published_table, month, row_key, measure), values] as const;
    });
    await look(warehouse);
    const id = `2026-10-${index.releases.length + 1}-00000000`;
    await keep(id);
    listRelease(folder, index, id, manifest.asOf, manifest.definitions);
    return {published, restated: new Map(restated), causes: counts};
  });
}

const nameFigure = (table: string, month: string, row: string, measure: string) =>
  [table, month.slice(0, 7), row, measure].join(" | ");

/** Every figure that two runs publish differently, found without the code that finds restatements. */
function compare(before: Published, now: Published): Map<string, [number | null, number | null]> {
  const changed = new Map<string, [number | null, number | null]>();
  for (const figure of new Set([...before.keys(), ...now.keys()])) {
    const [a, b] = [before.get(figure) ?? null, now.get(figure) ?? null];
    const isSame =
      a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
    if (!isSame) changed.set(figure, [a, b]);
  }
  return changed;
}

describe("in the demo", () => {
  let first: Released;
  let late: Released;
  let merged: Released;
  let line: {order_id: string; line_no: number};
  let accounts: string[];

  beforeAll(async () => {
    await writeDemo(folder, {customers: 3000});
    first = await release(async (warehouse) => {
      // The first line of June that a customer of one account bought and kept, for more than 100.
      [line] = (await warehouse.query<typeof line>(
        `SELECT l.order_id, CAST(l.line_no AS INTEGER) AS line_no FROM order_lines l JOIN orders o ON o.order_id = l.order_id
         WHERE o.is_counted AND o.customer_id IS NOT NULL AND o.ordered_on BETWEEN DATE '2026-06-01' AND DATE '2026-06-30' AND o.net_sales > 300
           AND NOT EXISTS (SELECT 1 FROM return_lines r WHERE r.order_id = l.order_id)
         ORDER BY l.order_id, l.line_no LIMIT 1`,
      )) as [typeof line];
      // Two buyers, each a person of one account alone.
      const people = await warehouse.query<{customer_id: string}>(
        `SELECT min(a.customer_id) AS customer_id FROM account_persons a JOIN purchase_histories h ON h.person_no = a.person_no
         GROUP BY a.person_no HAVING count(*) = 1 ORDER BY 1 LIMIT 2`,
      );
      accounts = people.map((person) => person.customer_id);
    });
    appendFileSync(join(folder, "returns.csv"), `${line.order_id},${line.line_no},2026-07-15 12:00:00,1,100.00,late\n`);
    late = await release();
    const shared = accounts.map((account) => `${account},email,one.and.the.same@ornek.example,web,2025-01-01\n`);
    appendFileSync(join(folder, "identifiers.csv"), shared.join(""));
    merged = await release();
  }, 600_000);

  it("a late return restates every figure that it changes, and no other", () => {
    expect(late.restated).toEqual(compare(first.published, late.published));
    expect(late.causes).toEqual({returns: late.restated.size});
    const [before, after] = late.restated.get(nameFigure("monthly-sales", "2026-07", "", "net_revenue"))!;
    expect(before! - after!).toBeCloseTo(100, 6);
    const sales = [...late.restated.keys()].filter((figure) => figure.startsWith("monthly-sales"));
    expect(sales.every((figure) => figure.includes("2026-07"))).toBe(true);
    expect([...late.restated.keys()].filter((figure) => / \| (?:202[345]|2026-0[1-6])/.test(figure))).toEqual([]);
    console.log(`late return: ${late.restated.size} figures`);
  });

  it("a merge restates every figure that it changes, and no other; what was sold stays", () => {
    expect(merged.restated).toEqual(compare(late.published, merged.published));
    expect(merged.causes).toEqual({merges: merged.restated.size});
    const people = ({published}: Released) =>
      [...published]
        .filter(([figure]) => /^segment-sizes \| 2026-10 \| .* \| customers$/.test(figure))
        .reduce((sum, [, customers]) => sum + customers!, 0);
    expect(people(late) - people(merged)).toBe(1);
    expect([...merged.restated.keys()].filter((figure) => /^monthly-sales .* net_revenue$/.test(figure))).toEqual([]);
    console.log(`merge: ${merged.restated.size} figures`);
  });
});
