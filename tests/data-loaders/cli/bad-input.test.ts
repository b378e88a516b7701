import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {defaultSegments} from "../../../data-loaders/config/segment-map.ts";
import {withLock} from "../../../data-loaders/site/lock.ts";
import {
  type CommandRunner,
  configText,
  hashFolder,
  listLeftovers,
  makeShop,
  type Shop,
  startCommandRunner,
} from "./run-command.ts";

const root = mkdtempSync(join(tmpdir(), "mudavim-cli-"));
afterAll(() => rmSync(root, {recursive: true, force: true}));

const head = "order_id,customer_id,ordered_at,quantity,amount\n";
const lines = Array.from(
  {length: 60},
  (_, i) => `O${i},C${i % 9},2024-0${1 + (i % 3)}-${10 + (i % 17)} 10:00:00,${1 + (i % 3)},${10 + i}.50\n`,
);
const orders = head + lines.join("");
/** The good file with one line in another's place; the header is line 1. */
const withLine = (line: number, text: string) => head + lines.map((good, i) => (i + 2 === line ? text : good)).join("");

const source = {
  kind: "csv",
  path: "orders.csv",
  columns: {ordered_at: "timestamp", quantity: "integer", amount: "decimal"},
};
const goodConfig = configText({sources: {order_lines: source}});
const withSource = (options: object) => configText({sources: {order_lines: {...source, ...options}}});
const withSegments = (change: (cells: string, key: string) => string) =>
  configText({
    sources: {order_lines: source},
    segments: defaultSegments.map((segment) => ({
      ...segment,
      cells: segment.cells.map((cells) => change(cells, segment.key)),
    })),
  });

interface Case {
  it: string;
  says: (string | RegExp)[];
  orders?: string | Uint8Array | null;
  config?: string;
  files?: Record<string, string | Uint8Array>;
  prepare?: (folder: string) => void;
  args?: (shop: Shop) => string[];
}

// The reject gate allows 1 %: one bad row of 60 is too many.
const cases: Case[] = [
  {it: "a missing file", orders: null, says: ["/orders.csv: no such file (sources.order_lines.path)"]},
  {
    it: "a folder in place of a file",
    orders: null,
    prepare: (folder) => mkdirSync(join(folder, "orders.csv")),
    says: ["/orders.csv: a folder; name one file"],
  },
  {
    it: "a link to nowhere",
    orders: null,
    prepare: (folder) => symlinkSync("gone.csv", join(folder, "orders.csv")),
    says: ["/orders.csv: no such file"],
  },
  {it: "an empty file", orders: "", says: ["orders.csv: the file is empty"]},
  {it: "a header alone", orders: head, says: ["orders.csv: no rows below the header"]},
  {
    it: "a missing column",
    orders: orders.replace("amount", "price"),
    says: ['orders.csv:1: missing column "amount"', "the file has order_id, customer_id, ordered_at, quantity, price"],
  },
  {
    it: "a column given twice",
    orders: orders.replace("quantity", "amount"),
    says: ['orders.csv:1: two columns are named "amount"'],
  },
  {
    it: "an amount with a letter O",
    orders: withLine(42, 'O40,C1,2024-01-10 10:00:00,1,"12,9O"\n'),
    says: [
      'orders.csv:42: amount: invalid amount: "12,9O"',
      "1 of 60 rows rejected, 1.7 % (quality.maxRejectShare allows 1 %)",
    ],
  },
  {
    it: "days, numbers and fields that are wrong, all of which it names",
    orders: withLine(
      7,
      [
        "O5,C1,2024-01-10,1.5,3",
        "O5,C1,2024-01-10,1,1e400",
        "O5,C1,2024-01-10,1,NaN",
        "O5,C1,2024-01-10,1,",
        "O5,C1,2020-02-30,1,3",
        "O5,C1,9999-12-31,1,3",
        "O5,C1,31.01.2024,1,3",
        ",C1,2024-01-10,1,3",
        "O5,C1,2024-01-10,1,3,9",
        "O5,C1,2024-01-10\n",
      ].join("\n"),
    ),
    says: [
      "orders.csv: 10 of 69 rows rejected, 14.5 %",
      'orders.csv:7: quantity: invalid whole number: "1.5"',
      'orders.csv:8: amount: invalid amount: "1e400"',
      'orders.csv:9: amount: invalid amount: "NaN"',
      "orders.csv:10: amount: missing value",
      'orders.csv:11: ordered_at: invalid time: "2020-02-30"',
      'orders.csv:12: ordered_at: time out of range (1900 to 2199): "9999-12-31',
      'orders.csv:13: ordered_at: invalid time: "31.01.2024"',
      "orders.csv:14: order_id: missing value",
      'orders.csv:15: too many fields: "O5,C1,2024-01-10,1,3,9"',
      'orders.csv:16: too few fields: "O5,C1,2024-01-10"',
    ],
  },
  {
    it: "a bad row below quoted line breaks and blank lines",
    orders: withLine(7, '"O5\n\nx",C1,2024-01-10,1,3\n\nO6,C1,2024-01-10,1,?\n'),
    says: ['orders.csv:11: amount: invalid amount: "?"'],
  },
  {
    it: "more than ten bad rows",
    orders: head + lines.map((line, i) => (i % 2 ? line : line.replace(".50", "x"))).join(""),
    says: [
      /orders\.csv:2: amount[\s\S]*orders\.csv:20: amount: invalid amount: "28x"\n… and 20 more\n/,
      "30 of 60 rows rejected, 50.0 %",
    ],
  },
  {
    it: "a quote that is never closed",
    orders: withLine(7, '"O5,C1,2024-01-10,1,3\n'),
    says: ['orders.csv:7: a quoted value is never closed: "\\"O5,C1,2024-01-10,1,3"'],
  },
  {
    it: "a quote that closes too early",
    orders: withLine(7, 'O5,"C"1,2024-01-10,1,3\n'),
    says: ['orders.csv:7: a quoted value does not end where it should: "O5,\\"C\\"1,2024-01-10,1,3"'],
  },
  {
    it: "another delimiter",
    orders: orders.replaceAll(",", ";"),
    says: ["orders.csv:1: missing column", "the file has order_id;customer_id;ordered_at;quantity;amount"],
  },
  {
    it: "Latin-1 in place of UTF-8",
    orders: Buffer.from(withLine(7, "O5,\xfc,2024-01-10,1,3\n"), "latin1"),
    says: ['orders.csv:7: not UTF-8 text: "O5,\ufffd,2024-01-10,1,3"'],
  },
  {
    it: "UTF-16 in place of UTF-8",
    orders: Buffer.from(`\ufeff${orders}`, "utf16le"),
    says: ['orders.csv: the file is UTF-16, not UTF-8; set encoding: "utf-16"'],
  },
  {it: "a NUL character", orders: withLine(7, "O5,\0,2024-01-10,1,3\n"), says: ["orders.csv:7: a NUL character"]},
  {
    it: "gzip that is cut off",
    config: withSource({path: "orders.csv.gz"}),
    files: {"orders.csv.gz": gzipSync(orders).subarray(0, 300)},
    says: ["orders.csv.gz: the compressed file is cut off"],
  },
  {
    it: "a spreadsheet",
    orders: Buffer.from("PK\x03\x04 and more"),
    says: ["orders.csv: a spreadsheet or zip archive, not text; save it as CSV"],
  },
  {
    it: "a repeated key",
    config: withSource({key: ["order_id"]}),
    orders: withLine(7, lines[0]!),
    says: ['orders.csv:7: order_id: repeated key: "O0"'],
  },
  {
    it: "a key that the file does not have",
    config: withSource({key: ["order_id", "lineno"]}),
    says: ['sources.order_lines.key: the file delivers no field "lineno"'],
  },
  {
    it: "an expression with an unknown column",
    config: withSource({map: {order_id: "order_id", amount: "price * 2"}}),
    says: ['sources.order_lines.map.amount: cannot read "price * 2": Referenced column "price" not found'],
  },
  {
    it: "an expression that is no SQL",
    config: withSource({map: {order_id: "order_id", amount: "amount *"}}),
    says: ['sources.order_lines.map.amount: cannot read "amount *": syntax error'],
  },
  {
    it: "an expression that cannot be computed",
    config: withSource({map: {order_id: "order_id", amount: "CAST(customer_id AS INTEGER)"}}),
    says: ['orders.csv:2: amount: cannot be computed: "CAST(customer_id AS INTEGER)"'],
  },
  {
    it: "a reason that is no condition",
    config: withSource({reject: {free: "amount"}}),
    says: ["sources.order_lines.reject.free: expected a condition, got DECIMAL(18, 4)"],
  },
  {
    it: "a Parquet file that is none",
    config: configText({sources: {order_lines: {kind: "parquet", path: "orders.csv"}}}),
    says: ["orders.csv: not a Parquet file"],
  },
  {
    it: "an unknown option of the configuration",
    config: configText({nmae: 1, sources: {order_lines: source}}),
    says: ["shop.config.ts: nmae: unknown option"],
  },
  {
    it: "a value of the configuration that cannot be",
    config: configText({currency: "lira", sources: {order_lines: source}}),
    says: ["shop.config.ts: currency: expected a currency code such as TRY"],
  },
  {
    it: "a segment map with a hole",
    config: withSegments((cells) => (cells === "R5 F1" ? "R5 F2" : cells)),
    says: ["cell R5 F1 belongs to no segment", "cell R5 F2 is claimed by potential_loyalists and new_customers"],
  },
  {
    it: "a segment map with an overlap",
    config: withSegments((cells) => (cells === "R5 F4-5" ? "R5 F3-5" : cells)),
    says: ["shop.config.ts: segments: cell R5 F3 is claimed by champions and potential_loyalists"],
  },
  {
    it: "a configuration that is none",
    config: "export default 5;\n",
    says: ["shop.config.ts: expected `export default defineConfig({…})`"],
  },
  {
    it: "a configuration without defineConfig and without sources",
    config: 'export default {name: "x", sources: {}};\n',
    says: ["shop.config.ts: sources.order_lines: missing"],
  },
  {
    it: "a configuration with a syntax error",
    config: "export default {\n  name: 'x' 'y'\n};\n",
    says: ["shop.config.ts:2:12: Expected"],
  },
  {
    it: "a configuration that fails",
    config: "const shop = {};\nexport default shop.sources.order_lines;\n",
    says: [/shop\.config\.ts:2:\d+: Cannot read properties of undefined/],
  },
  {
    it: "a configuration that imports what is not there",
    config: 'import x from "./gone.ts";\nexport default x;\n',
    says: [/shop\.config\.ts: Cannot find module '.\/gone.ts'/],
  },
  {
    it: "no configuration",
    args: ({args}) => args.map((arg) => arg.replace("shop.config.ts", "gone.config.ts")),
    says: ["gone.config.ts: no such configuration file"],
  },
  {
    it: "an unknown command",
    args: ({args}) => ["dta", ...args.slice(1)],
    says: ['unknown command "dta"; there are data,'],
  },
  {it: "an unknown option", args: ({args}) => [...args, "--ouput", "x"], says: ["unknown option '--ouput'"]},
  {
    it: "an option without its value",
    args: ({args}) => [...args, "--out"],
    says: [/option '--out <value>' argument missing/i],
  },
  {
    it: "a private folder that is a file",
    files: {file: ""},
    args: ({args, folder}) => [...args.slice(0, -1), join(folder, "file")],
    says: [/\/file\/?.*: (not a folder|something else has that name)/],
  },
  {
    it: "an output folder with files of others",
    prepare: (folder) => writeFileSync(join(folder, "out/thesis.doc"), "x"),
    says: ["/out: holds files that are not published tables (thesis.doc); name an empty folder with --out"],
  },
];

// A good run and a bad first one are processes of their own; the rest shares one.
let good: Shop;
let runner: CommandRunner;
beforeAll(async () => {
  runner = startCommandRunner();
  good = makeShop(join(root, "good"), {"shop.config.ts": goodConfig, "orders.csv": orders});
  const {code, output} = await good.run();
  expect(code, output).toBe(0);
}, 120_000);
afterAll(() => runner.end());

describe("data stops, says why, and touches nothing, at", () => {
  it.each(cases)(
    "$it",
    async ({it: name, says, orders: text = orders, config = goodConfig, files, prepare, args}) => {
      const folder = join(root, name.replaceAll(/\W+/g, "-"));
      const shop = makeShop(
        folder,
        {"shop.config.ts": config, ...(text === null ? {} : {"orders.csv": text}), ...files},
        good,
      );
      prepare?.(folder);
      const before = hashFolder(shop.out);
      const {code, output} = await runner.run(...(args?.(shop) ?? shop.args));
      expect(code, output).toBe(1);
      for (const expected of says) expect(output).toMatch(expected);
      expect(output).not.toMatch(/^\s+at /m);
      expect(hashFolder(shop.out)).toEqual(before);
      expect(listLeftovers(folder)).toEqual([]);
      rmSync(folder, {recursive: true});
    },
    120_000,
  );

  it("a first run that fails: there is no output folder", async () => {
    const shop = makeShop(join(root, "first"), {"shop.config.ts": goodConfig, "orders.csv": withLine(7, "?\n")});
    expect(await shop.run()).toMatchObject({
      code: 1,
      output: expect.stringContaining('orders.csv:7: too few fields: "?"'),
    });
    expect(existsSync(shop.out)).toBe(false);
    expect(readFileSync(join(shop.private, "rejects/order_lines.csv"), "utf8")).toBe(
      "file,row,field,rule,value\norders.csv,7,,too few fields,?\n",
    );
    expect(listLeftovers(shop.folder)).toEqual([]);
  }, 120_000);

  it.each(["private/warehouse/lock", ".out.lock"])(
    "another run that holds %s, which it names",
    async (file) => {
      const shop = makeShop(
        join(root, file.replaceAll(/\W/g, "-")),
        {"shop.config.ts": goodConfig, "orders.csv": orders},
        good,
      );
      const before = hashFolder(shop.out);
      const lock = join(shop.folder, file);
      const {code, output} = await withLock(lock, () => runner.run(...shop.args));
      expect(code, output).toBe(1);
      expect(output).toContain(`another run holds ${lock}: pid ${process.pid} since `);
      expect(output).not.toMatch(/^\s+at /m);
      expect(hashFolder(shop.out)).toEqual(before);
    },
    120_000,
  );
});

describe("data goes through", () => {
  it.each<[string, Record<string, string | Uint8Array>, string?]>([
    [
      "one bad row of two hundred, which it reports and keeps apart",
      {
        "orders.csv":
          withLine(7, "O5,C1,2024-01-10,1,=x\n") +
          Array.from({length: 140}, (_, i) => `P${i},C1,2024-02-02,1,5\n`).join(""),
      },
    ],
    [
      "CRLF, quotes and a missing last line end",
      {"orders.csv": orders.replaceAll("\n", "\r\n").replaceAll(/C(\d)/g, '"C$1"').slice(0, -2)},
    ],
    [
      "semicolons and decimal commas in Windows-1254",
      {"orders.csv": Buffer.from(orders.replaceAll(",", ";").replaceAll(".50", ",50"), "latin1")},
      withSource({delimiter: ";", decimalSeparator: ",", encoding: "windows-1254"}),
    ],
  ])(
    "%s",
    async (name, files, config = goodConfig) => {
      const shop = makeShop(join(root, name.replaceAll(/\W+/g, "-")), {"shop.config.ts": config, ...files});
      const {code, output} = await runner.run(...shop.args);
      expect(code, output).toBe(0);
      const {sources} = JSON.parse(readFileSync(join(shop.out, "manifest.json"), "utf8"));
      const isBad = name.startsWith("one bad");
      expect(sources).toMatchObject([
        {file: "orders.csv", records: isBad ? 200 : 60, accepted: isBad ? 199 : 60, rejected: isBad ? 1 : 0},
      ]);
      const rejects = readFileSync(join(shop.private, "rejects/order_lines.csv"), "utf8");
      expect(rejects).toBe(`file,row,field,rule,value\n${isBad ? "orders.csv,7,amount,invalid amount,'=x\n" : ""}`);
      if (isBad) expect(output).toContain("orders.csv: 1 rows rejected: amount: invalid amount");
      expect(listLeftovers(shop.folder)).toEqual([]);
    },
    120_000,
  );
});
