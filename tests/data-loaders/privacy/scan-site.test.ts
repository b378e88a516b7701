import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {type Table, tableFromArrays, tableToIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {openSiteScan, type ScanOptions} from "../../../data-loaders/privacy/scan-site.ts";
import {projectRoot} from "../../../data-loaders/project.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import {canaries, canaryFiles, canarySources} from "./canaries.ts";

const folder = mkdtempSync(join(tmpdir(), "mudavim-privacy-"));
let warehouse: Warehouse;
let options: ScanOptions;

beforeAll(async () => {
  write(folder, canaryFiles());
  const sources = Object.fromEntries(Object.entries(canarySources).map(([entity, path]) => [entity, csv({path})]));
  const config = defineConfig({name: "Kanarya", sources, privacy: {allowed: ["info@dukkan.example"]}});
  const loaded = {config, file: join(folder, "shop.config.ts"), folder};
  warehouse = await Warehouse.open({projectRoot, loaded, privateFolder: join(folder, "private"), threads: 1});
  await warehouse.query("SELECT count(*) AS n FROM identity_visitors");
  await warehouse.query("SELECT count(*) AS n FROM products");
  options = {
    config,
    libraryCache: join(folder, "libraries"),
    privateFolder: warehouse.privateFolder,
    sources: warehouse.sources,
    tables: [{name: "sizes", columns: [{name: "segment"}, {name: "customers"}]}],
    engine: () => warehouse.engine(),
    environment: {
      SHOP_API_TOKEN: "kx-71ab&c<90>",
      DATABASE_URL: "postgres://u:p@h/db",
      SOME_KEY: "standard",
      HOME: "/root",
    },
  };
});

afterAll(async () => {
  await warehouse.close();
  rmSync(folder, {recursive: true});
});

function write(root: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), contents);
  }
}

/** What the scan says of a site that has these files. */
async function scan(files: Record<string, string | Uint8Array>): Promise<string> {
  const site = mkdtempSync(join(folder, "site-"));
  write(site, files);
  const opened = openSiteScan(options);
  await opened.read(site);
  return opened.judge().then(
    ({files: read}) => `${read} files`,
    (error: Error) => error.message,
  );
}

const page = (body: string) => `<!doctype html><html lang="tr"><title>Rapor</title><main>${body}</main></html>`;
const arrow = (columns: Record<string, unknown[]>) =>
  tableToIPC(tableFromArrays(columns as Record<string, string[]>) as Table, "stream");

describe("what must not be published is found, wherever it stands", () => {
  const leaks: [what: string, value: string, rule: string][] = [
    ["an e-mail", canaries.email, "e-mail address: n…e (28 characters)"],
    ["an e-mail in capitals", canaries.email.toUpperCase(), "e-mail address"],
    ["an e-mail nobody has", "who@else.example", "e-mail address"],
    ["a phone as typed", canaries.phone, "phone number: 0…3 (14 characters)"],
    ["a phone, international", "+90 (532) 417-60-93", "phone number"],
    ["a phone without blanks", "05324176093", "phone number"],
    ["a phone with points", "0532.417.60.93", "value of customers.phone"],
    ["a phone without its zero", "532 417 60 93", "value of customers.phone"],
    ["a guest's phone abroad", canaries.guestPhone, "phone number"],
    ["a name", canaries.name, "value of customers.first_name, last_name: n…a (22 characters)"],
    ["a name in capitals, the last one first", "IŞILTILIKANARYA NESRİN", "value of customers.last_name, first_name"],
    ["a customer's number", canaries.customer, "value of customers.customer_id: M…0 (9 characters)"],
    ["a number of digits alone", canaries.digits, "value of customers.customer_id: 4…2 (7 characters)"],
    ["an order's number", canaries.order, "value of orders.order_id"],
    ["a card's token", canaries.card, "value of orders.card_token"],
    ["a social account", canaries.social, "value of identifiers.value"],
    ["a browser", canaries.visitor, "value of web_events.anonymous_id"],
    ["a card's number", "4111 1111 1111 1111", "card number: 4…1 (19 characters)"],
    ["a card's number without blanks", "5500005555555559", "card number"],
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----", "private key"],
    ["a key of Amazon", "AKIAIOSFODNN7EXAMPLE", "key of Amazon Web Services"],
    ["a token of GitHub", `ghp_${"a1B2".repeat(9)}`, "token of GitHub"],
    ["a token of Slack", "xoxb-123456789012-abcdef", "token of Slack"],
    ["a secret of the environment", "kx-71ab&c<90>", "value of SHOP_API_TOKEN"],
    ["a database's address", "postgres://u:p@h/db", "value of DATABASE_URL"],
  ];

  test.each(leaks)("%s", async (_, value, rule) => {
    const escaped = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const expected = (file: string) => expect.stringContaining(`${file}: ${rule}`);
    const said = [
      await scan({"tr/a.html": page(`<p>Merhaba <b>${escaped}</b>, hoş geldin</p>`)}),
      await scan({"tr/b.html": page(`<a href="./x" title="${escaped}">x</a>`)}),
      await scan({"tr/c.html": page(`<script>const a = ${JSON.stringify(["x", value])};</script>`)}),
      await scan({"_import/d.js": `export const d = {name: '${value}'};`}),
      await scan({"_file/e.json": JSON.stringify({rows: [{who: value}]})}),
      await scan({"f.csv": `who,n\n${value},1\n`}),
      await scan({"_file/data/sizes.0a1b2c3d.arrow": arrow({segment: ["x", value], customers: [1, 2]})}),
    ];
    const files = [
      "tr/a.html",
      "tr/b.html",
      "tr/c.html",
      "_import/d.js",
      "_file/e.json",
      "f.csv",
      "_file/data/sizes.0a1b2c3d.arrow",
    ];
    expect(said).toEqual(files.map(expected));
    for (const message of said) expect(message).not.toContain(value);
  });

  test("a picture, a hidden comment and an address", async () => {
    const {customer, email} = canaries;
    expect(await scan({"a.svg": `<svg><text x="1">${customer}</text></svg>`})).toContain("a.svg: value of customers.c");
    expect(await scan({"a.html": page(`<!-- ${customer} -->`)})).toContain("a.html: value of customers.customer_id");
    expect(await scan({"a.html": page(`<a href="./customer/${canaries.digits}?x=1">x</a>`)})).toContain("customer_id");
    expect(await scan({"a.html": page(`<a href="./?m=${encodeURIComponent(email)}">x</a>`)})).toContain(
      "e-mail address",
    );
    expect(await scan({"a.html": page("info&#64;posta.example")})).toContain("e-mail address");
    expect(await scan({"a.bin": Buffer.from(`\0\x01\x02${canaries.email}\0`)})).toContain("a.bin: e-mail address");
    expect(await scan({"a.js": 'const a = "\\u0041KIAIOSFODNN7EXAMPLE"'})).toContain("key of Amazon");
  });
});

describe("columns", () => {
  test("are those that the table declares, and none that name people", async () => {
    expect(await scan({"_file/data/sizes.0a1b2c3d.arrow": arrow({segment: ["x"], customers: [2]})})).toBe("1 files");
    const more = await scan({"_file/data/sizes.0a1b2c3d.arrow": arrow({segment: ["x"], customers: [2], email: ["y"]})});
    expect(more).toContain("_file/data/sizes.0a1b2c3d.arrow: undeclared column email");
    expect(more).toContain("_file/data/sizes.0a1b2c3d.arrow: private column email");
    expect(await scan({"_file/data/else.0a1b2c3d.arrow": arrow({segment: ["x"]})})).toContain(
      "else.0a1b2c3d.arrow: not a",
    );
  });
});

describe("what may be published passes", () => {
  test("figures, days, addresses, products, what the shop allows", async () => {
    const body = `
      <h1>%12,5 · 4.471.902 · 4,471,902 · 1.234.567,89 TL · +5.324.176.093 · +12,345</h1>
      <p>2025-10-31 10:15:30, 31.10.2025 – 30.11.2025, 2024-05 2024-06, 12345678, 1 234 567 890 123</p>
      <p>Kaya Ak sofra bezi</p> <a href="mailto:info@dukkan.example">SKU-10001</a> <p>MUS-77, Nesrin, kanarya, Kaya</p>
      <svg viewBox="0 0 4471902 300"><path d="M4471902,05324176093L4471902 4111111111111111"/></svg>
      <script type="module">import "../_npm/d3@7.9.0/3299f5fe.js"; const n = 4471902; i < 4471902;</script>`;
    expect(await scan({"tr/a.html": page(body), "a.css": "a{width:4471902px}", "b.json": '{"n":4471902}'})).toBe(
      "3 files",
    );
    const sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(await scan({"b.json": JSON.stringify({sha, days: ["2025-01-01", "2025-01"]})})).toBe("1 files");
  });

  test("libraries as they were bundled, but nothing that was put into them", async () => {
    const library = '/* (c) a@b.example */\nconst a = "tok";\nimport "./x/_esm.js";\n';
    write(folder, {"libraries/_npm/d3@7.9.0/_esm.js": library});
    const built = library.replace("_esm.js", "0a1b2c3d.js");
    expect(await scan({"_npm/d3@7.9.0/0a1b2c3d.js": library})).toBe("0 files");
    expect(await scan({"_npm/d3@7.9.0/0a1b2c3d.js": built})).toBe("1 files");
    expect(await scan({"_npm/d3@7.9.0/0a1b2c3d.js": `${built}const leak = "${canaries.customer}";`})).toContain(
      "_npm/d3@7.9.0/0a1b2c3d.js: value of customers.customer_id",
    );
    expect(await scan({"_npm/other@1.0.0/0a1b2c3d.js": library})).toContain("e-mail address");
  });
});

test("what was read ahead of the site, or lies beside it, is told once and by its name", async () => {
  const site = mkdtempSync(join(folder, "site-"));
  write(site, {"tr/report.html": page(`<h1>Kasım</h1><p>${canaries.email}</p>`)});
  const told = async (ahead: string, beside: string) => {
    const opened = openSiteScan(options);
    await opened.readAhead([{file: "tr/report.html", bytes: Buffer.from(ahead)}]);
    await opened.read(site, [{file: "release.json", bytes: Buffer.from(beside)}]);
    return opened.judge().catch((error: Error) => error.message);
  };
  const leaks = (text: unknown) => String(text).match(/\S+: (?:e-mail address|phone number|value of)/g);
  expect(leaks(await told(`<p>${canaries.email}</p>`, "{}"))).toEqual(["tr/report.html: e-mail address"]);
  expect(leaks(await told("<p></p>", JSON.stringify({phone: canaries.phone})))).toEqual([
    "release.json: phone number",
    "release.json: value of",
    "tr/report.html: e-mail address",
  ]);
});
