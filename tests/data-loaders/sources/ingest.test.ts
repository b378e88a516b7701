import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {useSources} from "./read-source.ts";

const {readText, read, folder, engine} = useSources();

describe("ingest", () => {
  it("keeps the file's order, reads empty text as null, and leaves out columns that nothing asks for", async () => {
    const {accepted} = await readText('city,amount,order_id,x\nİzmir,1,b,-\n"",2,a,-\n"""ı""😀",3,c,-\n');
    expect(accepted).toEqual([
      {order_id: "b", amount: "1.0000", city: "İzmir"},
      {order_id: "a", amount: "2.0000", city: null},
      {order_id: "c", amount: "3.0000", city: '"ı"😀'},
    ]);
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("names the line of each rejected row, with quoted line breaks, blank lines and %s", async (_, end) => {
    const lines = ["order_id,amount", '"1\n2",3', "4,12,9", "", '5,"x"', "6", "7,8"];
    const {records, accepted, rejected} = await readText(lines.join(end) + end);
    expect({records, accepted: accepted.length}).toEqual({records: 5, accepted: 2});
    expect(rejected).toMatchObject([
      {row: 4, field: "", rule: "too many fields", value: "4,12,9"},
      {row: 6, field: "amount", rule: "invalid amount", value: "x"},
      {row: 7, field: "", rule: "too few fields", value: "6"},
    ]);
  });

  it("takes several kinds of line ends, and blank lines above the header or in a file of one column", async () => {
    expect(await readText("\norder_id,amount\r\n1,2\n3,x\r5,6\n")).toMatchObject({
      records: 3,
      accepted: [{order_id: "1"}, {order_id: "5"}],
      rejected: [{row: 4, value: "x"}],
    });
    expect(await readText("customer_id\n1\n\n2\n\n1", {entity: "customers"})).toMatchObject({
      records: 3,
      accepted: [{customer_id: "1"}, {customer_id: "2"}],
      rejected: [{row: 6, rule: "repeated key"}],
    });
  });

  it.each<[string, BufferEncoding, string]>([
    ["utf-16", "utf16le", "\ufefforder_id,amount\nİı😀,2\n3,x\n"],
    ["windows-1254", "latin1", "order_id,amount\n\xdd\xfd,2\n3,x\n"],
    ["latin-1", "latin1", "order_id,amount\n\xfc\x80,2\n3,x\n"],
  ])("reads %s", async (encoding, written, text) => {
    const {accepted, rejected} = await readText(Buffer.from(text, written), {source: {encoding: encoding as "utf-16"}});
    expect(accepted).toEqual([
      {order_id: {"utf-16": "İı😀", "windows-1254": "İı", "latin-1": "ü€"}[encoding], amount: "2.0000"},
    ]);
    expect(rejected).toMatchObject([{row: 3, value: "x"}]);
  });

  it("reads a line of more than two megabytes as one that is too long", async () => {
    const {records, accepted, rejected} = await readText(`order_id,amount\n1,2\n"${"x\n".repeat(1_500_000)}",4\n5,x\n`);
    expect({records, accepted: accepted.length}).toEqual({records: 3, accepted: 1});
    expect(rejected).toMatchObject([
      {row: 3, rule: "line too long"},
      {row: 1_500_004, value: "x"},
    ]);
  });

  it("reads the file that is named, and no other that its name would match", async () => {
    writeFileSync(join(folder, "g1.csv"), "order_id,amount\nwrong,1\n");
    expect((await readText("order_id,amount\nright,1\n", {file: "g[1].csv"})).accepted).toMatchObject([
      {order_id: "right"},
    ]);
    mkdirSync(join(folder, "amount=9"));
    expect((await readText("order_id,amount\n1,2\n", {file: "amount=9/o'b*.csv"})).accepted).toEqual([
      {order_id: "1", amount: "2.0000"},
    ]);
  });

  it("rejects days and times beyond belief", async () => {
    const text = "order_id,amount,ordered_at\n1,1,0001-01-01\n2,1,9999-12-31\n3,1,2024-01-01\n4,1,-infinity\n";
    expect((await readText(text)).rejected.map(({row, rule}) => `${row} ${rule}`)).toEqual([
      "2 time out of range (1900 to 2199)",
      "3 time out of range (1900 to 2199)",
      "5 time out of range (1900 to 2199)",
    ]);
  });

  it("rejects a row by the first rule that it breaks, the shop's own before all others", async () => {
    const source = {columns: {amount: "decimal", quantity: "integer"}, reject: {free: "amount <= 0"}} as const;
    const text = "order_id,amount,quantity\n1,0,x\n2,x,1\n,1,x\n,1,1\n5,,1\n6,1,1.5\n7,1,2\n";
    expect(await readText(text, {source})).toMatchObject({
      accepted: [{order_id: "7"}],
      rejected: [
        {row: 2, field: "", rule: "free", value: null},
        {row: 3, field: "amount", rule: "invalid amount", value: "x"},
        {row: 4, field: "quantity", rule: "invalid whole number", value: "x"},
        {row: 5, field: "order_id", rule: "missing value"},
        {row: 6, field: "amount", rule: "missing value"},
        {row: 7, field: "quantity", rule: "invalid whole number", value: "1.5"},
      ],
    });
  });

  it("rejects the rows for which an expression cannot be computed, whatever shares its parts", async () => {
    const source = {
      map: {order_id: "order_id", amount: "CAST(n AS INTEGER) * 2", quantity: "CAST(n AS INTEGER) -- units"},
      reject: {none: "CAST(n AS INTEGER) < 0"},
    };
    expect(await readText("order_id,n\n1,a\n2,2\n3,-1\n", {source})).toMatchObject({
      accepted: [{order_id: "2", amount: "4.0000", quantity: "2"}],
      rejected: [
        {row: 2, field: "reject", rule: "cannot be computed: none"},
        {row: 4, rule: "none"},
      ],
    });
    const overflow = {
      columns: {amount: "decimal"},
      map: {order_id: "order_id", amount: "amount * 10000000000 * 10000000000 * 1000000"},
    } as const;
    expect((await readText("order_id,amount\n1,99999999999999\n", {source: overflow})).rejected).toMatchObject([
      {row: 2, field: "amount"},
    ]);
    const divide = {
      columns: {amount: "decimal", n: "integer"},
      map: {order_id: "order_id", amount: "amount / n"},
    } as const;
    expect((await readText("order_id,amount,n\n1,1,0\n2,1,2\n", {source: divide})).rejected).toMatchObject([
      {row: 2, field: "amount", rule: "invalid amount"},
    ]);
  });

  it("brings times that carry a zone to the shop's", async () => {
    const text = "order_id,amount,ordered_at\n1,1,2024-12-31T22:30:00Z\n";
    const at = async (timeZone: string, source = {}) =>
      (await readText(text, {timeZone, source})).accepted[0]!.ordered_at;
    expect(await at("Europe/Istanbul")).toBe("2025-01-01 01:30:00");
    expect(await at("Europe/London")).toBe("2024-12-31 22:30:00");
    expect(await at("Europe/Istanbul", {columns: {ordered_at: "instant"}})).toBe("2025-01-01 01:30:00");
  });
});

describe("ingest of Parquet", () => {
  async function readParquet(select: string, damage = (bytes: Buffer) => bytes, map?: Record<string, string>) {
    const path = join(folder, "orders.parquet");
    await engine().run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
    const {readFileSync} = await import("node:fs");
    writeFileSync(path, damage(readFileSync(path)));
    return read("order_lines", {kind: "parquet", path, ...(map ? {map} : {})}, path);
  }

  it("brings its types to those of the fields, and rejects what does not fit", async () => {
    const select = `SELECT CAST(i AS VARCHAR) AS order_id, CASE i WHEN 1 THEN CAST('NaN' AS DOUBLE) ELSE i END AS amount, i / 2.0 AS quantity,
      TIMESTAMPTZ '2024-12-31 22:30:00Z' AS ordered_at, '' AS city FROM range(5) t (i)`;
    expect(await readParquet(select)).toMatchObject({
      records: 5,
      accepted: [
        {order_id: "0", quantity: "0", ordered_at: "2025-01-01 01:30:00", city: null},
        {order_id: "2", quantity: "1"},
        {order_id: "4", quantity: "2"},
      ],
      rejected: [
        {row: 2, field: "quantity", rule: "invalid whole number", value: "0.5"},
        {row: 4, field: "quantity", rule: "invalid whole number", value: "1.5"},
      ],
    });
  });
});
