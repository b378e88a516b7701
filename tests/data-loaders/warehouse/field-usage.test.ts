import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test, vi} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {loadConfig} from "../../../data-loaders/config/load-config.ts";
import {entities} from "../../../data-loaders/entities/entities.ts";
import {projectRoot} from "../../../data-loaders/project.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {demo} from "../../../data-loaders/sources/demo-source.ts";
import {listReports} from "../../../src/components/build-reports.ts";
import type {FieldUsageRow} from "../../../src/components/gaps/field-usage-row.ts";
import {getGaps} from "../../../src/components/gaps/get-gaps.ts";
import {needFields} from "../../../src/components/gaps/needs.ts";
import {makeProject} from "../../helpers/make-project.ts";
import {withFiles, withWarehouse, writeShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";
import {findPublicData} from "../../public-data.ts";

const lines = "order_id,customer_id,ordered_at,amount,city\n1,a,2026-01-05,21,\n2,b,2026-02-06,20,\n";
const source = {order_lines: csv({path: "orders.csv"})};

const filledOf = (rows: readonly FieldUsageRow[], entity: string) => [
  ...new Set(rows.filter((row) => row.entity === entity && row.is_filled).map((row) => row.field)),
];
const usersOf = (rows: readonly FieldUsageRow[], entity: string, field: string) =>
  rows.filter((row) => row.entity === entity && row.field === field).map((row) => row.used_by);

test("every field of every entity is there, filled where the shop has a value", async () => {
  const files = {
    "orders.csv": lines,
    "customers.csv": "customer_id,gender\na,\nb,female\n",
    "returns.csv": "order_id,returned_at,amount\n",
  };
  const sources = {...source, customers: csv({path: "customers.csv"}), returns: csv({path: "returns.csv"})};
  const rows = await withFiles(files, sources, (warehouse) => publishedRows<FieldUsageRow>(warehouse, "field-usage"));
  const names = new Set(rows.map(({entity, field}) => `${entity}.${field}`));
  expect(names.size).toBe(Object.values(entities).reduce((sum, {fields}) => sum + Object.keys(fields).length, 0));
  expect(filledOf(rows, "order_lines")).toEqual(["amount", "customer_id", "order_id", "ordered_at"]);
  expect(filledOf(rows, "customers")).toEqual(["customer_id", "gender"]);
  expect(filledOf(rows, "returns")).toEqual([]);
  expect(filledOf(rows, "orders")).toEqual([]);
});

test("a field reaches the tables that are computed from it, and no other", async () => {
  const rows = await withFiles({"orders.csv": lines}, source, (warehouse) =>
    publishedRows<FieldUsageRow>(warehouse, "field-usage"),
  );
  for (const [entity, field] of [
    ["customers", "gender"],
    ["orders", "city"],
  ] as const) {
    expect(usersOf(rows, entity, field)).toContain("customer-cube");
    expect(usersOf(rows, entity, field)).not.toContain("segment-sizes");
  }
  expect(usersOf(rows, "returns", "amount")).toEqual(expect.arrayContaining(["monthly-sales", "segment-sizes"]));
  expect(usersOf(rows, "returns", "reason")).toEqual([null]);
  expect(usersOf(rows, "order_lines", "quantity")).not.toContain("segment-sizes");
});

describe("a set of models written for it", () => {
  const models: Record<string, string> = {
    "data-loaders/models/late.sql": `-- One row per order that came late.
-- key: order_id
-- columns:
--   order_id  text   the order
--   carrier   text?  who was late
SELECT order_id, carrier FROM deliveries WHERE actual_on > promised_on
`,
    "data-loaders/models/reasons.ts": `import {defineModel} from "${projectRoot}/data-loaders/warehouse/model.ts";
export default defineModel({
  grain: "One row per reason.",
  key: ["reason"],
  columns: [{name: "reason", type: "text", isNullable: false, about: "why"}],
  inputs: ["cancellations"],
  rows: () => [],
});
`,
    "src/data/late-orders.arrow.sql": `-- One row: orders that came late.
-- key: late_orders
-- columns:
--   late_orders  integer  orders
SELECT count(*) AS late_orders FROM late ORDER BY 1
`,
    "src/data/reasons.arrow.sql": `-- One row per reason.
-- key: reason
-- columns:
--   reason  text  why
SELECT reason FROM reasons ORDER BY reason
`,
    "src/data/offers-read.arrow.sql": `-- One row: what was delivered of a source.
-- key: offers
-- columns:
--   offers  integer  rows
SELECT count(name) AS offers FROM source_offers ORDER BY 1
`,
  };

  test("conditions count, columns that nobody asks for do not, TypeScript uses all that it reads", async () => {
    const rows = await inTemporaryFolder(async (folder) => {
      const root = makeProject(join(folder, "project"));
      for (const [file, text] of Object.entries(models)) writeFileSync(join(root, file), text);
      const loaded = writeShop(folder, {lines: [{order: "1", customer: "a", at: "2026-01-05", amount: 100_000}]});
      return withWarehouse({loaded, privateFolder: join(folder, "private"), root}, (warehouse) =>
        publishedRows<FieldUsageRow>(warehouse, "field-usage"),
      );
    });
    for (const field of ["order_id", "promised_on", "actual_on"])
      expect(usersOf(rows, "deliveries", field)).toContain("late-orders");
    for (const field of ["carrier", "region", "city", "shipped_on"])
      expect(usersOf(rows, "deliveries", field)).not.toContain("late-orders");
    for (const field of ["order_id", "line_no", "cancelled_at", "reason"])
      expect(usersOf(rows, "cancellations", field)).toContain("reasons");
    expect(usersOf(rows, "offers", "name")).not.toContain("offers-read");
  });

  test("an edit of any definition computes it again", async () => {
    await inTemporaryFolder(async (folder) => {
      const root = makeProject(join(folder, "project"));
      const loaded = writeShop(folder, {lines: [{order: "1", customer: "a", at: "2026-01-05", amount: 100_000}]});
      const open = {loaded, privateFolder: join(folder, "private"), root};
      const read = () => withWarehouse(open, (warehouse) => publishedRows<FieldUsageRow>(warehouse, "field-usage"));
      for (const [file, text] of Object.entries(models)) writeFileSync(join(root, file), text);
      expect(usersOf(await read(), "deliveries", "promised_on")).toContain("late-orders");
      for (const file of Object.keys(models)) rmSync(join(root, file));
      expect(usersOf(await read(), "deliveries", "promised_on")).not.toContain("late-orders");
    });
  });
});

test("the demo has all that its reports use", async () => {
  const rows = await inTemporaryFolder((folder) => {
    const config = defineConfig({name: "Demo", sources: demo({customers: 200, from: "2026-01-01"})});
    const loaded = {config, file: join(folder, "shop.config.ts"), folder};
    return withWarehouse({loaded, privateFolder: join(folder, "private")}, (warehouse) =>
      publishedRows<FieldUsageRow>(warehouse, "field-usage"),
    );
  });
  const {reports, missing} = getGaps(rows, await listReports());
  expect(missing).toEqual([]);
  expect(reports.map(({status}) => status)).toEqual(reports.map(() => "full"));
  for (const [need, fields] of Object.entries(needFields))
    expect([
      need,
      fields.some((name) => rows.some((row) => row.is_filled && `${row.entity}.${row.field}` === name)),
    ]).toEqual([need, true]);
});

const file = findPublicData("online-retail/online-retail.csv.gz");

test.skipIf(!file)(
  "Online Retail lacks what a flat file lacks, and the reports say so",
  {timeout: 60_000},
  async () => {
    vi.stubEnv("ONLINE_RETAIL_CSV", file!);
    const config = await loadConfig(join(projectRoot, "docs/examples/online-retail.config.ts"));
    const rows = await inTemporaryFolder((folder) =>
      withWarehouse({loaded: config, privateFolder: folder}, (warehouse) =>
        publishedRows<FieldUsageRow>(warehouse, "field-usage"),
      ),
    );
    const {reports} = getGaps(rows, await listReports());
    const lacks = Object.fromEntries(reports.map(({report, status, missing}) => [report.path, [status, ...missing]]));
    const everywhere = ["cancellations", "registration", "contacts"];
    const attributes = ["channel", "gender", "birth_year", "acquisition_source"];
    expect(lacks["report/[month]"]).toEqual(expect.arrayContaining(["degraded", ...everywhere]));
    expect(lacks.segments).toEqual(expect.arrayContaining(["degraded", ...everywhere]));
    expect(lacks.explore).toEqual(expect.arrayContaining(["degraded", ...everywhere, ...attributes]));
    for (const need of ["returns", "city", "buyers"]) expect(lacks.explore).not.toContain(need);
    expect(lacks.sources).toEqual(["full"]);
  },
);
