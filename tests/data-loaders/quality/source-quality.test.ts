import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import {withFiles} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";

interface Count {
  entity: string;
  entry_kind: string;
  entry: string;
  measure: string;
  subject: string;
  rows: number | null;
  of_rows: number;
}

type Trend = Record<string, string | number | boolean | null>;

const files = {
  "lines.csv": `order_id,line_no,ordered_at,product_id,quantity,amount,discount
o1,1,2026-03-01,p1,1,10,0
o1,1,2026-03-01,p1,1,10,0
o1,2,2026-03-01,p2,1,10,12
o2,1,2026-03-02,p9,-1,10,0
o3,1,2026-03-03,,1,-5,0
o4,1,2026-03-04,p1,1,x,0
o9,1,2026-03-02,p1,1,10,0
o6,1,2026-03-06,p1,1,10,0
`,
  "orders.csv": `order_id,customer_id,ordered_at,contact_email
o1,c1,2026-03-01 10:00,
o2,c9,2026-03-02 10:00,
o3,,2026-03-03 10:00,
o3,c1,2026-03-04 10:00,
o5,,2026-03-05 10:00,a@b.com
o6,c1,2026-03-06 10:00,
`,
  "customers.csv":
    "customer_id,registered_on,birth_year,gender\nc1,2026-02-01,1990,f\nc2,2026-02-01,1905,\nc3,2026-03-09,,\n",
  "products.csv": "product_id,name\np1,A\np2,B\n",
  "returns.csv": "order_id,returned_at,amount\no1,2026-03-02,5\no1,2026-02-28,5\no7,2026-03-02,5\n",
  "deliveries.csv":
    "order_id,shipped_on,promised_on,actual_on\no1,2026-03-02,2026-03-01,2026-03-01\no2,2026-03-01,2026-03-04,2026-03-03\no8,2026-03-02,,\n",
  "messages.csv":
    "message_id,customer_id,campaign_id,channel,sent_at\nm1,c1,k1,email,2026-03-01\nm2,c1,k9,email,2026-03-01\n",
  "events.csv": "message_id,event,occurred_at\nm1,open,2026-03-02\nm9,open,2026-03-02\n",
  "campaigns.csv": "campaign_id,starts_on,ends_on\nk1,2026-03-02,2026-03-01\n",
  "assignments.csv": "campaign_id,customer_id,arm\nk1,c1,control\nk2,c9,control\n",
};

const sources = {
  order_lines: csv({path: "lines.csv"}),
  orders: csv({path: "orders.csv"}),
  customers: csv({path: "customers.csv"}),
  products: csv({path: "products.csv"}),
  returns: csv({path: "returns.csv"}),
  deliveries: csv({path: "deliveries.csv"}),
  messages: csv({path: "messages.csv"}),
  message_events: csv({path: "events.csv"}),
  campaigns: csv({path: "campaigns.csv"}),
  campaign_assignments: csv({path: "assignments.csv"}),
};

const tolerant = {quality: {maxRejectShare: 1}};

async function countOf(warehouse: Warehouse, entity: string, kind = "all") {
  const rows = await publishedRows<Count>(warehouse, "source-quality");
  return Object.fromEntries(
    rows
      .filter((row) => row.entity === entity && row.entry_kind === kind)
      .map((row) => [
        [row.entry, row.measure, row.subject].filter(Boolean).join(" "),
        row.rows === null ? null : `${row.rows}/${row.of_rows}`,
      ]),
  );
}

describe("a small shop whose faults are known", () => {
  test("every one of them is counted, once", () =>
    withFiles(
      files,
      sources,
      async (warehouse) => {
        expect(await countOf(warehouse, "order_lines")).toEqual({
          accepted: "7/8",
          "rejected amount: invalid amount": "1/8",
          repeated: "1/7",
          "empty product_id": "1/7",
          "needed product_id": "1/7",
          "orphan order_id": "1/7", // o9
          "orphan product_id": "1/6", // p9
          "range quantity not positive": "1/7",
          "range amount negative": "1/7",
          "range discount above amount": "1/7",
        });
        expect(await countOf(warehouse, "orders")).toEqual({
          accepted: "5/6",
          "duplicate order_id": "1/6",
          "empty contact_email": "4/5",
          "empty customer_id": "2/5",
          "needed customer_id": "1/5", // o3: not even an e-mail
          "orphan customer_id": "1/3", // c9
          "orphan order_id": "1/5", // o5 has no lines
        });
        expect(await countOf(warehouse, "customers")).toEqual({
          accepted: "3/3",
          "empty birth_year": "1/3",
          "empty gender": "2/3",
          "later registered_on": "1/3", // the newest order is of 6 March
          "range age beyond belief": "1/3",
        });
        expect(await countOf(warehouse, "returns")).toEqual({
          accepted: "3/3",
          "orphan order_id": "1/3",
          "range before the order": "1/3",
        });
        expect(await countOf(warehouse, "deliveries")).toEqual({
          accepted: "3/3",
          "empty actual_on": "1/3",
          "empty promised_on": "1/3",
          "orphan order_id": "1/3",
          "range arrived before shipped": "1/3",
          "range promised before shipped": "1/3",
        });
        expect(await countOf(warehouse, "messages")).toMatchObject({"orphan campaign_id": "1/2"});
        expect(await countOf(warehouse, "message_events")).toMatchObject({"orphan message_id": "1/2"});
        expect(await countOf(warehouse, "campaigns")).toMatchObject({"range ends before it begins": "1/1"});
        expect(await countOf(warehouse, "campaign_assignments")).toMatchObject({
          "orphan campaign_id": "1/2",
          "orphan customer_id": "1/2",
        });
      },
      tolerant,
    ));

  test("what is published names no record, no value and no file", () =>
    withFiles(
      files,
      sources,
      async (warehouse) => {
        const tables = ["source-quality", "source-months", "quality-trend"];
        await warehouse.ensure();
        const texts = await Promise.all(tables.map((name) => publishedRows<Trend>(warehouse, name)));
        const values = new Set(
          texts.flat().flatMap((row) => Object.values(row).filter((value) => typeof value === "string")),
        );
        for (const text of values) {
          expect(text).not.toMatch(/^[ocpmk]\d$|@|\.csv|\//);
        }
        const rejects = readFileSync(join(warehouse.loaded.folder, "private/rejects/order_lines.csv"), "utf8");
        expect(rejects).toBe("file,row,field,rule,value\nlines.csv,7,amount,invalid amount,x\n");
      },
      tolerant,
    ));

  test("the run has the gravest reason, the months their own", () =>
    withFiles(
      files,
      sources,
      async (warehouse) => {
        const trend = await publishedRows<Trend>(warehouse, "quality-trend");
        const of = (entity: string) => trend.find((row) => row.entity === entity)!;
        expect(of("order_lines")).toMatchObject({
          ...{run: 1, is_current: true, adapter: "csv", files: 1, records: 8, accepted: 7, rejected: 1},
          ...{repeated: 1, orphans: 2, out_of_range: 3, grade: "D", reason: "range", reason_value: 3 / 7},
        });
        expect(of("deliveries")).toMatchObject({newest_on: "2026-03-02", days_behind: 4});
        expect(of("all")).toMatchObject({records: 32, files: 10, grade: "D", reason_entity: "order_lines"});
        const months = await publishedRows<Trend>(warehouse, "source-months");
        expect(months.filter((row) => row.entity === "returns")).toMatchObject([
          {month: "2026-03-01", accepted: 2, orphans: 1, grade: "B", reason: "orphan", reason_value: 0.5},
        ]);
      },
      tolerant,
    ));
});

/** Forty days of orders, one a day and channel. */
function writeOrders(channels: readonly string[], extra = ""): string {
  const days = Array.from({length: 40}, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10));
  const rows = days.flatMap((day, i) =>
    channels.map((channel) => `${channel}${i},c${channel}${i},${day},10,${channel}`),
  );
  return `order_id,customer_id,ordered_at,amount,channel\n${rows.join("\n")}\n${extra}`;
}

const oneFile = {order_lines: csv({path: "orders.csv"})};

describe("a mistyped year", () => {
  const withMistake = {"orders.csv": writeOrders(["web"], "x,c,2036-02-09,10,web\n")};

  test(
    "is found, and makes the grade D, because it moves the last day",
    () =>
      withFiles(withMistake, oneFile, async (warehouse) => {
        expect(await countOf(warehouse, "order_lines")).toMatchObject({"range far after all others": "1/41"});
        const [all] = (await publishedRows<Trend>(warehouse, "quality-trend")).filter((row) => row.entity === "all");
        expect(all).toMatchObject({grade: "D", reason: "stray", as_of: "2036-02-09"});
      }),
    30_000,
  );

  test("is left out where the shop says what the last day is", () =>
    withFiles(
      withMistake,
      oneFile,
      async (warehouse) => {
        const counts = await countOf(warehouse, "order_lines");
        expect(counts).toMatchObject({"later ordered_at": "1/41"});
        expect(Object.keys(counts).filter((name) => name.startsWith("range"))).toEqual([]);
        const [all] = (await publishedRows<Trend>(warehouse, "quality-trend")).filter((row) => row.entity === "all");
        expect(all).toMatchObject({grade: "A", as_of: "2026-02-09"});
      },
      {asOf: "2026-02-09"},
    ));
});

describe("entry points", () => {
  test("files are told apart by number, and small counts of a channel are withheld", () =>
    withFiles(
      {
        "ahmet.csv": writeOrders(["web", "store"]).replaceAll("cstore", ""),
        "berna.csv": `order_id,customer_id,ordered_at,amount,channel\n${Array.from({length: 12}, (_, i) => `b${i},,2026-01-09,1,web`).join("\n")}\nb99,z,2026-01-09,1,fax\n`,
      },
      {order_lines: csv({path: ["ahmet.csv", "berna.csv"]})},
      async (warehouse) => {
        expect(await countOf(warehouse, "order_lines", "file")).toEqual({
          "1 accepted": "80/80",
          "2 accepted": "13/13",
          "2 empty customer_id": "12/13",
          "2 needed customer_id": "12/13",
        });
        // fax alone is one row, so the smaller of the others hides with it.
        expect(await countOf(warehouse, "order_lines", "channel")).toEqual({
          "other accepted": "41/41",
          "web accepted": "52/52",
          "web empty customer_id": "12/52",
          "web needed customer_id": "12/52",
        });
      },
    ));

  test("a count of fewer rows than the privacy limit is withheld, and with it what would give it away", () =>
    withFiles(
      {
        "orders.csv": `${writeOrders(["web", "store"])}${"xyz"
          .split("")
          .map((order) => `${order},,2026-01-09,1,web\n`)
          .join("")}${Array.from({length: 15}, (_, i) => `s${i},,2026-01-09,1,store\n`).join("")}`,
      },
      oneFile,
      async (warehouse) => {
        expect(await countOf(warehouse, "order_lines", "channel")).toEqual({
          "store accepted": "55/55",
          "store empty customer_id": null,
          "store needed customer_id": null,
          "web accepted": "43/43",
          "web empty customer_id": null,
          "web needed customer_id": null,
        });
      },
    ));
});
