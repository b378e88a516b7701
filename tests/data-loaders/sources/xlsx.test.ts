import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import exceljs, {type CellValue} from "exceljs";
import {describe, expect, it} from "vitest";
import type {XlsxSource} from "../../../data-loaders/config/source-schema.ts";
import {xlsx} from "../../../data-loaders/sources/xlsx.ts";
import {useSources} from "./read-source.ts";

const {folder, read} = useSources();
const path = join(folder, "orders.xlsx");

interface SheetCase {
  rows: CellValue[][];
  source?: Partial<XlsxSource>;
  sheets?: Record<string, CellValue[][]>;
}

async function readSheet({rows, source, sheets}: SheetCase) {
  const workbook = new exceljs.Workbook();
  for (const [name, cells] of Object.entries({"Orders & more": rows, ...sheets})) {
    const sheet = workbook.addWorksheet(name);
    // Row by row: an empty one is left out of the file, as Excel does.
    for (const [i, values] of cells.entries()) if (values.length) sheet.getRow(i + 1).values = values;
  }
  await workbook.xlsx.writeFile(path);
  return read("order_lines", {...xlsx({path, ...source}), columns: source?.columns ?? {}} as XlsxSource, path);
}

const day = (text: string) => new Date(`${text}Z`);
const head = ["order_id", "amount", "ordered_at", "city"];

describe("a workbook", () => {
  it("gives dates as dates, formulas by their result, and texts as they read", async () => {
    const rows: CellValue[][] = [
      head,
      ["A1", 12.5, day("2024-01-31T10:30:15"), "Van"],
      [2, {formula: "B2*2", result: 25}, day("2024-02-01T00:00:00"), {richText: [{text: "İz"}, {text: "mir"}]}],
      [
        12345678,
        0.1 + 0.2,
        {formula: "C2+1", result: day("2024-02-01T10:30:15")} as CellValue,
        {text: 'a,"b"\nc', hyperlink: "http://x"},
      ],
      ["007", "9.5", "2024-02-02", true],
    ];
    const {records, accepted, rejected} = await readSheet({rows});
    expect({records, rejected}).toEqual({records: 4, rejected: []});
    expect(accepted).toEqual([
      {order_id: "A1", amount: "12.5000", ordered_at: "2024-01-31 10:30:15", city: "Van"},
      {order_id: "2", amount: "25.0000", ordered_at: "2024-02-01 00:00:00", city: "İzmir"},
      {order_id: "12345678", amount: "0.3000", ordered_at: "2024-02-01 10:30:15", city: 'a,"b"\nc'},
      {order_id: "007", amount: "9.5000", ordered_at: "2024-02-02 00:00:00", city: "true"},
    ]);
  });

  it("is read from the sheet and the row of names that are given, in whatever order the columns stand", async () => {
    const cells: CellValue[][] = [
      ["A report"],
      [],
      ["amount", null, "order_id"],
      [5, "x", "a"],
      [],
      [null, null, null],
      ["six", null, "b"],
      [7, null, "c", "far"],
    ];
    const source = {sheet: "Data", headerRow: 3};
    const {records, accepted, rejected} = await readSheet({rows: [["x"]], sheets: {Data: cells}, source});
    expect([records, accepted]).toEqual([3, [{order_id: "a", amount: "5.0000"}]]);
    expect(rejected).toMatchObject([
      {row: 7, field: "amount", rule: "invalid amount", value: "six"},
      {row: 8, rule: "too many fields"},
    ]);
  });

  it("has errors in columns that nothing reads do no harm", async () => {
    const rows = [
      [...head, "note"],
      ["1", 1, null, null, {error: "#REF!"} as CellValue],
    ];
    expect(await readSheet({rows})).toMatchObject({accepted: [{order_id: "1"}], rejected: []});
  });

  it("that is damaged anywhere is read in full or refused", async () => {
    const rows = [
      head,
      ...Array.from({length: 40}, (_, i) => [`${i}`, i + 0.5, day("2024-01-01T00:00:00"), `c${i % 7}`]),
    ];
    await readSheet({rows});
    const bytes = readFileSync(path);
    for (let at = 3; at < bytes.length; at += 307) {
      const spoilt = Buffer.from(bytes);
      spoilt.fill(0xff, at, at + 8);
      writeFileSync(path, spoilt);
      const result = await read("order_lines", {kind: "xlsx", path, columns: {}}, path).catch((error: Error) => error);
      if (result instanceof Error) expect(result.name, `${at} ${result.stack}`).toBe("UserError");
      else expect(result.accepted.length + result.rejected.length, String(at)).toBe(40);
    }
  }, 60_000);
});
