import {readFileSync, writeFileSync} from "node:fs";
import exceljs, {type CellValue, type Workbook} from "exceljs";
import type {MalformedCase} from "./malformed-case.ts";

const head = ["order_id", "amount", "ordered_at", "city"];
const day = (text: string) => new Date(`${text}Z`);

interface Sheets {
  change?: (workbook: Workbook) => void;
  damage?: (bytes: Buffer) => Buffer | string;
}

function book(
  rows: CellValue[][],
  {change, damage = (bytes) => bytes}: Sheets = {},
): NonNullable<MalformedCase["make"]> {
  return async (path) => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet("Orders & more");
    for (const [i, values] of rows.entries()) if (values.length) sheet.getRow(i + 1).values = values;
    change?.(workbook);
    await workbook.xlsx.writeFile(path);
    writeFileSync(path, damage(readFileSync(path)));
  };
}

/** A cell between two good rows. */
function cell(
  name: string,
  column: number,
  given: CellValue,
  outcome: string | Record<string, string | null>,
): MalformedCase {
  const row: CellValue[] = ["2", 2];
  row[column] = given;
  const isRead = typeof outcome !== "string";
  return {
    name: `a workbook with ${name}`,
    make: book([head, ["1", 1], row, ["3", 3]]),
    records: 3,
    accepted: isRead ? [{}, outcome, {}] : 2,
    rejected: isRead ? [] : [`orders.xlsx:3: ${outcome}`],
  };
}

const amount = (shown: string) => `amount: invalid amount: ${JSON.stringify(shown)}`;

const cells: MalformedCase[] = [
  cell("an error in a cell", 1, {error: "#N/A"}, 'amount: an error in the cell: "#N/A"'),
  cell(
    "a formula that fails",
    1,
    {formula: "1/0", result: {error: "#DIV/0!"}},
    'amount: an error in the cell: "a formula that was never computed"',
  ),
  cell(
    "a formula that was never computed",
    1,
    {formula: "A1"},
    'amount: an error in the cell: "a formula that was never computed"',
  ),
  cell("a formula, taken by its result", 1, {formula: "1+1", result: 2}, {amount: "2.0000"}),
  cell("a word for an amount", 1, "twelve", amount("twelve")),
  cell("an amount as a text", 1, "12.5", {amount: "12.5000"}),
  cell("an amount as a text with a decimal comma", 1, "12,5", amount("12,5")),
  cell("a text that begins like a formula", 1, "=1+1", amount("=1+1")),
  cell("an amount that is a day", 1, day("2024-01-01T00:00:00"), amount("2024-01-01 00:00:00")),
  cell("an amount that is a truth", 1, true, amount("true")),
  cell("an amount beyond money", 1, 1e18, amount("1000000000000000000")),
  cell("a day as a text", 2, "2024-02-02", {ordered_at: "2024-02-02 00:00:00"}),
  cell("a Turkish day as a text", 2, "31.10.2026", 'ordered_at: invalid time: "31.10.2026"'),
  cell("a day as its number, without a format", 2, 46_326, 'ordered_at: invalid time: "46326"'),
  cell(
    "a time of the day alone",
    2,
    day("1899-12-30T10:00:00"),
    'ordered_at: time out of range (1900 to 2199): "1899-12-30 10:00:00"',
  ),
  cell("an order number of fifteen digits", 0, 123_456_789_012_345, {order_id: "123456789012345"}),
  cell("an order number with zeros before it, as a text", 0, "007", {order_id: "007"}),
  cell("a cell of blanks for an order number", 0, "  ", 'order_id: missing value: "  "'),
  cell("a line break within a cell", 3, 'a,"b"\nc', {city: 'a,"b"\nc'}),
];

const sheets: MalformedCase[] = [
  {
    name: "a workbook with merged cells, whose value stands in the first",
    make: book([head, ["1", 1], [null, 2], ["3", 3]], {
      change: (workbook) => workbook.worksheets[0]!.mergeCells("A2:A3"),
    }),
    records: 3,
    accepted: 2,
    rejected: ["orders.xlsx:3: order_id: missing value"],
  },
  {
    name: "a workbook whose first sheet is hidden",
    make: book([["x"], ["y"]], {
      change(workbook) {
        workbook.worksheets[0]!.state = "veryHidden";
        workbook.addWorksheet("Seen").addRows([head, ["1", 1]]);
      },
    }),
    records: 1,
    accepted: [{order_id: "1"}],
    rejected: [],
  },
  {
    name: "a workbook with hidden rows, which count",
    make: book([head, ["1", 1], ["2", "x"], ["3", 3]], {
      change: (workbook) => void Object.assign(workbook.worksheets[0]!.getRow(3), {hidden: true}),
    }),
    records: 3,
    accepted: 2,
    rejected: [`orders.xlsx:3: ${amount("x")}`],
  },
  {
    name: "a workbook with blank rows and cells beyond the header",
    make: book([[], head, [], ["1", 1], [null, null], ["2", 2, null, null, "far"], ["3", "x"]]),
    records: 3,
    accepted: 1,
    rejected: [/^orders\.xlsx:6: too many fields/, `orders.xlsx:7: ${amount("x")}`],
  },
  {
    name: "a workbook whose days begin in 1904",
    make: book([head, ["1", 1, day("2024-01-31T00:00:00")]], {
      change: (workbook) => void Object.assign(workbook.properties, {date1904: true}),
    }),
    records: 1,
    accepted: [{ordered_at: "2024-01-31 00:00:00"}],
    rejected: [],
  },
  {
    name: "a workbook without the sheet that is named",
    make: book([head]),
    source: {sheet: "Data"},
    says: ['orders.xlsx: no sheet is called "Data" (sources.order_lines.sheet); there are Orders & more'],
  },
  {
    name: "a workbook with an empty sheet",
    make: book([]),
    says: ['orders.xlsx: the sheet "Orders & more" has no row that names columns'],
  },
  {name: "a workbook with a header alone", make: book([head]), says: ["orders.xlsx: no rows below the header"]},
  {
    name: "a workbook without the row of names that is declared",
    make: book([head, [1]]),
    source: {headerRow: 5},
    says: ["has no row 5 that names columns"],
  },
  {
    name: "a workbook without a column that is needed",
    make: book([["a"], ["order_id"]]),
    source: {headerRow: 2},
    says: ['orders.xlsx: missing column "amount"'],
  },
  {
    name: "a workbook with a column named twice",
    make: book([["amount", "order_id", "Amount"]]),
    says: ["orders.xlsx:1: two columns are named"],
  },
  {
    name: "a workbook without a declared column",
    make: book([head]),
    source: {columns: {tax: "decimal"}},
    says: ['orders.xlsx:1: missing column "tax"'],
  },
];

const files: MalformedCase[] = [
  {name: "text that is called .xlsx", content: "order_id,amount\n1,2\n", says: ["orders.xlsx: not an Excel workbook"]},
  {
    name: "an old workbook, or one with a password",
    content: Buffer.from("d0cf11e0a1b11ae1", "hex"),
    says: ["orders.xlsx: an old .xls workbook or one with a password"],
  },
  {
    name: "half a workbook",
    make: book([head, ["1", 1]], {damage: (bytes) => bytes.subarray(0, bytes.length >> 1)}),
    says: ["orders.xlsx: the workbook is cut off"],
  },
  {
    name: "a workbook whose beginning is lost",
    make: book([head], {damage: (bytes) => bytes.subarray(10)}),
    says: ["orders.xlsx: not an Excel workbook"],
  },
  {
    name: "a workbook whose directory points elsewhere",
    make: book([head, ["1", 1]], {damage: (bytes) => Buffer.concat([bytes.subarray(0, 100), bytes.subarray(140)])}),
    says: [/^orders\.xlsx: /],
  },
  {
    name: "another archive than a workbook",
    make: book([head], {
      damage: (bytes) =>
        Buffer.from(bytes.toString("latin1").replaceAll("xl/workbook.xml", "xl/wxrkbook.xml"), "latin1"),
    }),
    says: ["orders.xlsx: not an Excel workbook (it holds no xl/workbook.xml)"],
  },
];

/** Workbooks of Excel. */
export const xlsxCases = [...cells, ...sheets, ...files];
