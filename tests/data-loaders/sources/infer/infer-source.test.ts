import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {gunzipSync, gzipSync} from "node:zlib";
import exceljs from "exceljs";
import {describe, expect, it} from "vitest";
import {defineConfig} from "../../../../data-loaders/config/define-config.ts";
import type {LoadedConfig} from "../../../../data-loaders/config/load-config.ts";
import type {ShopConfig} from "../../../../data-loaders/config/shop-schema.ts";
import {projectRoot} from "../../../../data-loaders/project.ts";
import {inferSource} from "../../../../data-loaders/sources/infer/infer-source.ts";
import {type IngestReport, ingest} from "../../../../data-loaders/sources/ingest.ts";
import {locateFiles} from "../../../../data-loaders/warehouse/source-files.ts";
import {findPublicData} from "../../../public-data.ts";
import {useSources} from "../read-source.ts";

const {folder, engine} = useSources();
const temporary = join(folder, "temporary");
mkdirSync(temporary);
let runs = 0;

const propose = (file: string) => inferSource(engine(), file, {temporary, folder, projectRoot});

/** Pastes what was proposed into a file of its own, and reads by it. */
async function pasteAndRead(file: string) {
  const text = await propose(file);
  const pasted = join(folder, `pasted-${runs++}.config.ts`);
  writeFileSync(pasted, text);
  const module = await import(pathToFileURL(pasted).href);
  const sources = {order_lines: {kind: "csv", path: "x"}, ...module.sources};
  const config = (module.default as ShopConfig | undefined) ?? defineConfig({name: "Shop", sources});
  const found: Record<string, Found> = {};
  for (const entity of Object.keys(module.default ? config.sources : module.sources)) {
    const source = config.sources[entity]!;
    const files = await locateFiles(entity, source, {folder} as LoadedConfig, folder);
    const target = join(folder, "read.parquet");
    const {files: read} = await ingest(engine(), entity, source, {files, target}, "Europe/Istanbul");
    const first = await engine().rows<Record<string, string | null>>(
      `SELECT CAST(COLUMNS(* EXCLUDE (reject_rule, reject_field, reject_value)) AS VARCHAR) FROM read_parquet('${target}') WHERE reject_rule IS NULL LIMIT 50`,
    );
    found[entity] = {...read[0]!.report, first};
  }
  return {text, read: found, config};
}

type Found = IngestReport & {first: Record<string, string | null>[]};

function write(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, contents);
  return path;
}

/** A file of Turkish orders, as a spreadsheet saves it. */
const orders = [
  "Sipariş No;Müşteri No;Sipariş Tarihi;Ürün Kodu;Ürün Adı;Adet;Birim Fiyat;İndirim;İl;Satış Kanalı;İade",
  ...Array.from(
    {length: 120},
    (_, i) =>
      `S${i >> 1};M${String(i % 20).padStart(4, "0")};${1 + (i % 28)}.${String(1 + (i % 12)).padStart(2, "0")}.2026;U${i % 9};"Bardak; ince";${1 + (i % 4)};${i},${10 + (i % 90)};${i % 3 ? "" : "1,50"};İzmir;Mağaza;${i % 10 ? "Hayır" : "Evet"}`,
  ),
  "",
].join("\r\n");
const turkish = (text: string) =>
  Buffer.from(
    text.replace(
      /[ĞİŞğışı]/g,
      (letter) => ({Ğ: "\xd0", İ: "\xdd", Ş: "\xde", ğ: "\xf0", ı: "\xfd", ş: "\xfe"})[letter]!,
    ),
    "latin1",
  );

describe("a file of Turkish orders", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["UTF-8", orders, "Text in UTF-8"],
    ["UTF-8 with its mark, compressed", gzipSync(`\ufeff${orders}`), "Text in UTF-8"],
    ["Windows-1254", turkish(orders), "A guess: the encoding"],
    ["UTF-16", Buffer.from(`\ufeff${orders}`, "utf16le"), "Text in UTF-16"],
    ["tabs", orders.replaceAll(/;(?! )/g, "\t"), 'separated by "\\t"'],
  ])("in %s is proposed as it is meant, and read without a reject", async (name, contents, says) => {
    const file = write(`siparisler-${name.length}.csv`, contents);
    const {text, read: found, config} = await pasteAndRead(file);
    expect(text).toContain(says);
    expect(text).toContain("// Tried: 120 records, every one of them accepted.");
    expect(Object.keys(found)).toEqual(["order_lines"]);
    expect(found.order_lines).toMatchObject({records: 120, accepted: 120});
    expect(found.order_lines!.first[30]).toEqual({
      order_id: "S15",
      product_id: "U3",
      product_name: "Bardak; ince",
      quantity: "3",
      amount: "91.2000",
      discount: "1.5000",
      is_return: "true",
      ordered_at: "2026-07-03 00:00:00",
      customer_id: "M0010",
      city: "İzmir",
      channel: "Mağaza",
    });
    expect(config.sources.order_lines).toMatchObject({decimalSeparator: ",", dateFormat: "%d.%m.%Y"});
  });

  it("gives the same proposal each time, leaves nothing behind, and changes nothing", async () => {
    const file = write("same/siparisler.csv", orders);
    const before = readdirSync(dirname(file));
    expect(await propose(file)).toBe(await propose(file));
    expect(readdirSync(dirname(file))).toEqual(before);
    expect(readFileSync(file, "utf8")).toBe(orders);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("says what is no more than a guess", async () => {
    const rows = Array.from(
      {length: 50},
      (_, i) => `${i},c${i % 5},0${1 + (i % 9)}/0${1 + (i % 7)}/2026,${i % 4 ? "" : "-"}${1 + i}.250,x`,
    );
    const text = await propose(write("guess.csv", `no,customer,order date,total,note\n${rows.join("\n")}\n`));
    expect(text).toMatch(/"order date" could as well be days written %m\/%d\/%Y/);
    expect(text).toMatch(/"total" could as well be numbers with a decimal comma and points between thousands/);
    expect(text).toMatch(/is_return: "total < 0", \/\/ a guess: 13 values are negative/);
    expect(text).toMatch(/order_id: .*\/\/ a guess: orders have no number/);
    expect(text).toMatch(/^\/\/ {3}"note": texts$/m);
  });

  it("counts what a proposal would reject", async () => {
    const text = await propose(write("bad.csv", `order no,customer,total\n${"1,7,2.5\n".repeat(98)}2,7,x\n`));
    expect(text).toContain('total: "decimal", // 98.9 % of 99 values are numbers with a decimal point; 1 are not');
    expect(text).toMatch(
      /\/\/ Tried: 99 records, 98 accepted, the others rejected:\n *\/\/ {3}1 total: invalid amount/,
    );
  });
});

describe("other files", () => {
  it("a register of customers: days of birth, e-mails, phones, a column for each", async () => {
    const rows = Array.from(
      {length: 30},
      (_, i) => `${i}|u${i}@x.com|0532111${1000 + i}|${1 + (i % 28)}.${1 + (i % 12)}.${1960 + i}|K|Van|2020-01-10`,
    );
    const {text, read: found} = await pasteAndRead(
      write("uyeler.csv", `Üye No|E-posta|GSM|Doğum Tarihi|Cinsiyet|Şehir|Kayıt Tarihi\n${rows.join("\n")}\n`),
    );
    expect(text).toContain("export const sources = {");
    expect(found.customers).toMatchObject({records: 30, accepted: 30});
    expect(found.customers!.first[3]).toEqual({
      customer_id: "3",
      registered_on: "2020-01-10",
      gender: "K",
      birth_year: "1963",
      city: "Van",
      email: "u3@x.com",
      phone: "05321111003",
    });
  });

  it("returns beside their orders: rows without one are none of theirs", async () => {
    const rows = Array.from(
      {length: 40},
      (_, i) =>
        `S${i}\tM${i % 7}\t1${i % 9}/10/2026 10:30\t₺1.${100 + i},50\t${i % 8 ? "\t" : "20/11/2026 09:00\t12,50"}`,
    );
    const {read: found} = await pasteAndRead(
      write("iade.tsv", `SiparişNo\tMüşteriId\tTarih\tTutar\tİade Tarihi\tİade Tutarı\n${rows.join("\n")}\n`),
    );
    expect(Object.keys(found)).toEqual(["order_lines", "returns"]);
    expect(found.order_lines).toMatchObject({records: 40, accepted: 40});
    expect(found.order_lines!.first[2]).toMatchObject({amount: "1102.5000", ordered_at: "2026-10-12 10:30:00"});
    expect(found.returns).toMatchObject({records: 40, accepted: 5, rejects: [{rule: "not returned", count: 35}]});
    expect(found.returns!.first[1]).toEqual({order_id: "S8", returned_at: "2026-11-20 09:00:00", amount: "12.5000"});
  });

  const objects = Array.from({length: 25}, (_, i) => ({
    order: {no: `O${i >> 1}`, date: "2026-01-31T22:30:00Z"},
    customer: {id: i % 5},
    total: i * 1.5,
    is_return: false,
    tags: [i],
  }));
  it.each<[string, string | Uint8Array, boolean]>([
    ["an array of JSON", JSON.stringify(objects, null, 1), false],
    ["lines of JSON", objects.map((one) => JSON.stringify(one)).join("\n"), true],
    ["compressed lines of JSON", gzipSync(objects.map((one) => JSON.stringify(one)).join("\n")), true],
  ])("%s", async (name, contents, lines) => {
    const {read: found, config} = await pasteAndRead(write(`${name.length}.json`, contents));
    expect(config.sources.order_lines).toMatchObject({kind: "json", lines});
    expect(found.order_lines).toMatchObject({records: 25, accepted: 25});
    expect(found.order_lines!.first[3]).toEqual({
      order_id: "O1",
      amount: "4.5000",
      is_return: "false",
      ordered_at: "2026-02-01 01:30:00",
      customer_id: "3",
    });
  });

  it("Parquet, by the types that it has", async () => {
    const path = join(folder, "orders.parquet");
    await engine().run(
      `COPY (SELECT i // 2 AS order_no, i % 5 AS customer, TIMESTAMPTZ '2026-01-31 22:30:00Z' AS order_date, i * 1.5 AS total, 'x' AS city FROM range(40) t (i)) TO '${path}' (FORMAT parquet)`,
    );
    const {read: found} = await pasteAndRead(path);
    expect(found.order_lines).toMatchObject({records: 40, accepted: 40});
    expect(found.order_lines!.first[3]).toEqual({
      order_id: "1",
      amount: "4.5000",
      ordered_at: "2026-02-01 01:30:00",
      customer_id: "3",
      city: "x",
    });
  });

  it("a workbook", async () => {
    const workbook = new exceljs.Workbook();
    workbook
      .addWorksheet("Siparişler")
      .addRows([
        ["Sipariş No", "Müşteri", "Tarih", "Tutar"],
        ...Array.from({length: 12}, (_, i) => [`S${i}`, `M${i % 3}`, new Date(Date.UTC(2026, 0, 1 + i)), i + 0.5]),
      ]);
    const path = join(folder, "siparisler.xlsx");
    await workbook.xlsx.writeFile(path);
    const {read: found} = await pasteAndRead(path);
    expect(found.order_lines).toMatchObject({records: 12, accepted: 12});
    expect(found.order_lines!.first[3]).toEqual({
      order_id: "S3",
      amount: "3.5000",
      ordered_at: "2026-01-04 00:00:00",
      customer_id: "M0",
    });
  });

  it.each<[string, string | Uint8Array, string | RegExp]>([
    ["nothing", "", /^x\.csv: the file is empty$/],
    [
      "values without names",
      "1,2024-01-01,3\n2,2024-01-02,4\n",
      /^x\.csv:1: the first line holds no names of columns: "1 2024-01-01 3"; add a line of names above it$/,
    ],
    [
      "columns that are none of ours",
      "alpha,beta\n1,2\n",
      /^x\.csv: its columns suggest none of our entities \(alpha, beta\)/,
    ],
    ["orders without their money", "order no,customer,date\n1,2,x\n", /nearest is .*, which lacks /],
    ["a quote that is never closed", 'order no,total\n1,"2\n', /^x\.csv:2: a quoted value is never closed/],
    ["a text of JSON", '{"a', /^x\.csv: no line holds a JSON object$/],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), /^x\.csv: an old \.xls workbook/],
  ])("%s is refused, and why is said", async (_, contents, message) => {
    const proposing = propose(write("x.csv", contents));
    await expect(proposing).rejects.toThrow(message);
    await expect(proposing).rejects.toHaveProperty("name", "UserError");
    expect(readdirSync(temporary)).toEqual([]);
  });
});

const firstLines = (path: string, count: number) =>
  `${gunzipSync(readFileSync(path)).toString("utf8").split("\n", count).join("\n")}\n`;

describe("public data", () => {
  it.each<[string, Record<string, number>, Record<string, string>]>([
    [
      "online-retail/online-retail.csv.gz",
      {order_lines: 40_000},
      {
        order_id: "536365",
        product_id: "85123A",
        quantity: "6",
        amount: "15.3000",
        is_return: "false",
        ordered_at: "2010-12-01 08:26:00",
        customer_id: "17850",
      },
    ],
    [
      "olist-sample/olist_order_items_dataset.csv.gz",
      {order_lines: 8365},
      {order_id: "0009792311464db532ff765bf7b182ae", line_no: "1", amount: "99.9000"},
    ],
    [
      "olist-sample/olist_orders_dataset.csv.gz",
      {orders: 8135, deliveries: 8135},
      {order_id: "a4591c265e18cb1dcee52889e2d8acc3", ordered_at: "2017-07-09 21:57:05"},
    ],
    ["olist-sample/olist_customers_dataset.csv.gz", {customers: 8135}, {city: "timoteo"}],
    ["olist-sample/olist_products_dataset.csv.gz", {products: 5460}, {category: "bebes"}],
    [
      "cdnow/CDNOW_master.txt.gz",
      {order_lines: 69_659},
      {
        order_id: "00001 19970101",
        quantity: "1",
        amount: "11.7700",
        ordered_at: "1997-01-01 00:00:00",
        customer_id: "00001",
      },
    ],
  ])(
    "%s is read by what is proposed, without a reject",
    async (name, counts, first) => {
      const found = findPublicData(name);
      if (!found) return;
      // Enough of the largest one.
      const file = found.includes("online-retail") ? write("online-retail.csv", firstLines(found, 40_001)) : found;
      const {text, read} = await pasteAndRead(file);
      expect(text).toContain(basename(file));
      const results = Object.values(read);
      expect(Object.fromEntries(results.map(({entity, accepted}) => [entity, accepted]))).toEqual(counts);
      for (const {records, accepted} of results) expect(accepted).toBe(records);
      expect(results[0]!.first[0]).toMatchObject(first);
    },
    60_000,
  );
});
