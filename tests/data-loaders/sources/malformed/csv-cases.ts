import {gzipSync} from "node:zlib";
import type {MalformedCase} from "./malformed-case.ts";

const head = "order_id,amount\n";
const latin = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const one = {order_id: "1", amount: "2.0000"};

/** One value of a field between two good rows: refused as a row, or read. */
function value(name: string, field: string, text: string, outcome: string | {rule: string; shown?: string}, more = {}) {
  const given = field === "amount" ? text : `5,${text}`;
  const columns = field === "amount" ? head : `order_id,amount,${field}\n`;
  const good = field === "amount" ? "1,2\n" : "1,2,\n";
  const isRead = typeof outcome === "string";
  return {
    name,
    content: `${columns}${good}2,${given}\n${good}`,
    records: 3,
    accepted: isRead ? [{}, {[field]: outcome}, {}] : 2,
    rejected: isRead
      ? []
      : [
          `orders.csv:3: ${field}: ${outcome.rule}: ${JSON.stringify(outcome.shown ?? text.replace(/^"(.*)"$/s, "$1"))}`,
        ],
    ...more,
  } as MalformedCase;
}

const notAmount = {rule: "invalid amount"};
const notTime = {rule: "invalid time"};
const notWhole = {rule: "invalid whole number"};
const noTruth = {rule: "invalid true or false"};
const unbelievable = {rule: "time out of range (1900 to 2199)"};
const comma = {source: {delimiter: ";", decimalSeparator: ","}};

function semicolon(name: string, text: string, outcome: string | undefined): MalformedCase {
  return {
    name,
    content: `order_id;amount\n1;2\n2;${text}\n`,
    ...comma,
    records: 2,
    accepted: outcome ? [{}, {amount: outcome}] : 1,
    rejected: outcome ? [] : [`orders.csv:3: amount: invalid amount: ${JSON.stringify(text)}`],
  };
}

const encodings: MalformedCase[] = [
  {
    name: "a byte order mark before the header",
    content: `\ufeff${head}1,2\n`,
    records: 1,
    accepted: [one],
    rejected: [],
  },
  {
    name: "UTF-16 that is declared, little-endian with its mark",
    content: utf16(`\ufeff${head}İ,2\n`),
    source: {encoding: "utf-16"},
    ...{records: 1, accepted: [{order_id: "İ"}], rejected: []},
  },
  {
    name: "UTF-16 that is declared, big-endian with its mark",
    content: utf16(`\ufeff${head}ş,2\n3,x\n`).swap16(),
    source: {encoding: "utf-16"},
    ...{records: 2, accepted: [{order_id: "ş"}], rejected: ['orders.csv:3: amount: invalid amount: "x"']},
  },
  {
    name: "UTF-16 that is not declared",
    content: utf16(`\ufeff${head}1,2\n`),
    says: ['orders.csv: the file is UTF-16, not UTF-8; set encoding: "utf-16"'],
  },
  {
    name: "UTF-16 without its mark",
    content: utf16(`${head}1,2\n`),
    says: ["orders.csv:1: a NUL character; the file is no text, or UTF-16"],
  },
  {
    name: "UTF-16 that ends within a character",
    content: Buffer.concat([utf16(`\ufeff${head}1,2\n`), Buffer.from([0x33])]),
    source: {encoding: "utf-16"},
    says: ["orders.csv: not text in the encoding utf-16"],
  },
  {
    name: "UTF-8 that is declared to be UTF-16",
    content: `${head}1,2\n`,
    source: {encoding: "utf-16"},
    says: ["orders.csv:1: "],
  },
  {
    name: "Windows-1254 that is not declared",
    content: latin(`${head}1,2\n\xdd\xfe,2\n`),
    says: ['orders.csv:3: not UTF-8 text: "\ufffd\ufffd,2"; name the file\'s encoding'],
  },
  {
    name: "Windows-1254 that is declared",
    content: latin(`${head}\xdd\xfe\xf0\xd0\xfd\xde,2\n`),
    source: {encoding: "windows-1254"},
    ...{records: 1, accepted: [{order_id: "İşğĞıŞ"}], rejected: []},
  },
  {
    name: "one line of Latin-5 among UTF-8",
    content: Buffer.concat([Buffer.from(`${head}ş,2\n`), latin("\xfe,2\n"), Buffer.from("ş,2\n")]),
    says: ["orders.csv:3: not UTF-8 text"],
  },
  {
    name: "a last character that is cut in two",
    content: Buffer.from(`${head}1,2\nş`).subarray(0, -1),
    says: ["orders.csv:3: not UTF-8 text"],
  },
  {
    name: "half a surrogate pair as bytes",
    content: Buffer.concat([Buffer.from(head), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(",2\n")]),
    says: ["orders.csv:2: not UTF-8 text"],
  },
  {
    name: "an overlong encoding of a slash",
    content: Buffer.concat([Buffer.from(head), Buffer.from([0xc0, 0xaf]), Buffer.from(",2\n")]),
    says: ["orders.csv:2: not UTF-8 text"],
  },
  {
    name: "a NUL character",
    content: `${head}1,2\n3\0,4\n`,
    says: ["orders.csv:3: a NUL character; the file is no text"],
  },
  {
    name: "a byte order mark in the middle, where files were joined",
    content: `${head}1,2\n\ufeff3,4\n`,
    records: 2,
    accepted: 2,
    rejected: [],
  },
];

const layouts: MalformedCase[] = [
  {
    name: "line ends of old Macs",
    content: `${head}1,2\n3,x\n5,6`.replaceAll("\n", "\r"),
    records: 3,
    accepted: 2,
    rejected: ['orders.csv:3: amount: invalid amount: "x"'],
  },
  {
    name: "three kinds of line ends",
    content: "order_id,amount\r\n1,2\n3,x\r5,6\n",
    records: 3,
    accepted: 2,
    rejected: ['orders.csv:3: amount: invalid amount: "x"'],
  },
  {
    name: "CRLF, and none at the end",
    content: "order_id,amount\r\n1,2\r\n3,4",
    records: 2,
    accepted: [one, {order_id: "3"}],
    rejected: [],
  },
  {
    name: "two carriage returns at each line end",
    content: "order_id,amount\r\r\n1,2\r\r\n3,4\r\r\n",
    records: 2,
    accepted: [one, {order_id: "3"}],
    rejected: [],
  },
  {
    name: "blank lines everywhere",
    content: `\n\n${head}\n\n1,2\n\n3,x\n\n`,
    records: 2,
    accepted: [one],
    rejected: ['orders.csv:8: amount: invalid amount: "x"'],
  },
  {
    name: "a line of blanks",
    content: `${head}1,2\n   \n3,4\n`,
    records: 3,
    accepted: 2,
    rejected: [/^orders\.csv:3: too few fields/],
  },
  {
    name: "a quote in the middle of a plain value",
    content: `${head}5" screen,2\n3,4\n`,
    records: 2,
    accepted: [{order_id: '5" screen'}, {order_id: "3"}],
    rejected: [],
  },
  {
    name: "a quote that closes too early",
    content: `${head}1,2\n"5"x,3\n`,
    says: ['orders.csv:3: a quoted value does not end where it should: "\\"5\\"x,3"'],
  },
  {
    name: "a quote within a quoted value",
    content: `${head}1,2\n"5" screen",3\n`,
    says: ['orders.csv:3: a quoted value does not end where it should: "\\"5\\" screen\\",3"'],
  },
  {
    name: "quotes that are escaped with a backslash",
    content: `${head}"5\\" screen",3\n`,
    says: ["orders.csv:2: a quoted value "],
  },
  {
    name: "a quote that is never closed",
    content: `${head}1,2\n"3,4\n5,6\n`,
    says: ['orders.csv:3: a quoted value is never closed: "\\"3,4"'],
  },
  {
    name: "a quote that swallows lines and closes again",
    content: `${head}"1,2\n3,4\n5",6\n7,8\n`,
    records: 2,
    accepted: [{order_id: "1,2\n3,4\n5"}, {order_id: "7"}],
    rejected: [],
  },
  {
    name: "line breaks within quotes",
    content: `${head}"1\n",2\n"3\r\n\r\n",x\n5,y\n`,
    records: 3,
    accepted: [{order_id: "1\n"}],
    rejected: ['orders.csv:4: amount: invalid amount: "x"', 'orders.csv:7: amount: invalid amount: "y"'],
  },
  {name: "doubled quotes", content: `${head}"""1""",2\n`, records: 1, accepted: [{order_id: '"1"'}], rejected: []},
  {
    name: "rows of one field too few",
    content: `${head}1,2\n3\n4,5\n`,
    records: 3,
    accepted: 2,
    rejected: ['orders.csv:3: too few fields: "3"'],
  },
  {
    name: "rows of one field too many",
    content: `${head}1,2\n4,12,9\n`,
    records: 2,
    accepted: 1,
    rejected: ['orders.csv:3: too many fields: "4,12,9"'],
  },
  {
    name: "a last row that is longer than all before",
    content: `${head}${"1,2\n".repeat(200)}3,4,5\n`,
    records: 201,
    accepted: 200,
    rejected: ['orders.csv:202: too many fields: "3,4,5"'],
  },
  {
    name: "a delimiter at the end of every row, with nothing behind it",
    content: `${head}1,2,\n3,4,\n`,
    records: 2,
    accepted: [one, {order_id: "3", amount: "4.0000"}],
    rejected: [],
  },
  {
    name: "several delimiters at the end of a row, with nothing behind them",
    content: `${head}1,2\n3,4,,\n`,
    records: 2,
    accepted: [one, {order_id: "3", amount: "4.0000"}],
    rejected: [],
  },
  {
    name: "a delimiter at the end of header and rows",
    content: "order_id,amount,\n1,2,\n",
    records: 1,
    accepted: [one],
    rejected: [],
  },
  {
    name: "another header in the middle, where files were joined",
    content: `${head}1,2\n${head}3,4\n`,
    records: 3,
    accepted: 2,
    rejected: ['orders.csv:3: amount: invalid amount: "amount"'],
  },
  {
    name: "a line of totals at the end",
    content: `${head}1,2\n,2\n`,
    records: 2,
    accepted: 1,
    rejected: ["orders.csv:3: order_id: missing value"],
  },
  {
    name: "a remark at the end",
    content: `${head}1,2\n# exported by hand\n`,
    records: 2,
    accepted: 1,
    rejected: ['orders.csv:3: too few fields: "# exported by hand"'],
  },
  {
    name: "the end-of-file character of old systems",
    content: `${head}1,2\n\x1a`,
    records: 2,
    accepted: 1,
    rejected: [/^orders\.csv:3: too few fields/],
  },
  {
    name: "a line separator of Unicode within a value",
    content: `${head}1\u2028x,2\n\u2029,3\n`,
    records: 2,
    accepted: [{order_id: "1\u2028x"}, {order_id: "\u2029"}],
    rejected: [],
  },
  {
    name: "a line of more than two megabytes",
    content: `${head}1,2\n"${"x\n".repeat(1_100_000)}",4\n5,x\n`,
    records: 3,
    accepted: 1,
    rejected: [/^orders\.csv:3: line too long/, 'orders.csv:1100004: amount: invalid amount: "x"'],
  },
  {name: "a header alone", content: head, says: ["orders.csv: no rows below the header"]},
  {
    name: "a header alone, of an entity that may be empty",
    content: "customer_id,city\n",
    entity: "customers",
    records: 0,
    accepted: 0,
    rejected: [],
  },
  {name: "nothing", content: "", says: ["orders.csv: the file is empty"]},
  {name: "a byte order mark alone", content: "\ufeff", says: ["orders.csv: the file is empty"]},
  {name: "blank lines alone", content: "\n\r\n\n", says: ["orders.csv: the file is empty"]},
  {
    name: "more malformed records than can be a few",
    content: `${head}${"1\n".repeat(100_001)}`,
    says: ["orders.csv: more than 100,000 records are not rows of its columns\norders.csv:2: too few fields"],
  },
];

const compressed: MalformedCase[] = [
  {name: "gzip that is called .csv", content: gzipSync(`${head}1,2\n`), records: 1, accepted: [one], rejected: []},
  {
    name: "text that is called .gz",
    source: {path: "orders.csv.gz"},
    content: {"orders.csv.gz": `${head}1,2\n`},
    says: ["orders.csv.gz: not a gzip file, whatever its name says"],
  },
  {
    name: "gzip that is cut off",
    content: gzipSync(`${head}${"1,2\n".repeat(500)}`).subarray(0, 40),
    says: ["orders.csv: the compressed file is cut off"],
  },
  {
    name: "gzip without its checksum",
    content: gzipSync(`${head}1,2\n`).subarray(0, -8),
    says: ["orders.csv: the compressed file is cut off"],
  },
  {
    name: "gzip whose checksum is wrong",
    content: spoil(gzipSync(`${head}1,2\n`), -6),
    says: ["orders.csv: the compressed file is damaged"],
  },
  {
    name: "gzip that is damaged in the middle",
    content: spoil(gzipSync(head + Array.from({length: 3000}, (_, i) => `${i},${(i * 7919) % 997}\n`).join("")), 4000),
    says: ["orders.csv: the compressed file is damaged"],
  },
  {
    name: "two gzip files one after the other",
    content: Buffer.concat([gzipSync(`${head}1,2\n`), gzipSync("3,4\n5,x\n")]),
    records: 3,
    accepted: [one, {order_id: "3"}],
    rejected: ['orders.csv:4: amount: invalid amount: "x"'],
  },
  {
    name: "two gzip files one after the other, in the second file of several",
    source: {path: "*.gz"},
    content: {
      "1.gz": gzipSync(`${head}1,2\n`),
      "2.gz": Buffer.concat([gzipSync(`${head}3,4\n`), gzipSync("5,6\n7,x\n")]),
    },
    ...{
      records: 4,
      accepted: [one, {order_id: "3"}, {order_id: "5"}],
      rejected: ['2.gz:4: amount: invalid amount: "x"'],
    },
  },
  {
    name: "two gzip files of which the second is damaged at its start",
    content: Buffer.concat([gzipSync(`${head}1,2\n`), spoil(gzipSync("3,4\n"), 0)]),
    says: ["orders.csv: the compressed file is damaged"],
  },
  {
    name: "two gzip files of which the second is cut off",
    content: Buffer.concat([gzipSync(`${head}1,2\n`), gzipSync("3,4\n").subarray(0, 12)]),
    says: ["orders.csv: the compressed file is cut off"],
  },
  {
    name: "zeros after gzip, as tapes pad it",
    content: Buffer.concat([gzipSync(`${head}1,2\n`), Buffer.alloc(512)]),
    records: 1,
    accepted: [one],
    rejected: [],
  },
  {
    name: "text after gzip",
    content: Buffer.concat([gzipSync(`${head}1,2\n`), Buffer.from("3,4\n")]),
    says: ["orders.csv: the compressed file is damaged"],
  },
  {name: "gzip within gzip", content: gzipSync(gzipSync(`${head}1,2\n`)), says: ["orders.csv:1: "]},
  {name: "gzip of nothing", content: gzipSync(""), says: ["orders.csv: the file is empty"]},
  {
    name: "another compression",
    content: latin("\x28\xb5\x2f\xfd...."),
    says: ["orders.csv: compressed, but not with gzip"],
  },
  {
    name: "a spreadsheet that is called .csv",
    content: latin("PK\x03\x04...."),
    says: ["orders.csv: a spreadsheet or zip archive, not text; save it as CSV"],
  },
  {
    name: "Parquet that is called .csv",
    content: latin("PAR1....PAR1"),
    says: ["orders.csv: a Parquet file, not text; name it with parquet({path: …})"],
  },
];

function spoil(bytes: Buffer, at: number): Buffer {
  const spoilt = Buffer.from(bytes);
  const from = at < 0 ? bytes.length + at : at;
  for (let i = from; i < Math.min(from + 4, bytes.length); i++) spoilt[i]! ^= 0x5a;
  return spoilt;
}

const numbers: MalformedCase[] = [
  value("an amount with blanks around it", "amount", " 12.5 ", "12.5000"),
  value("an amount with a letter O", "amount", '"12,9O"', notAmount),
  value("an amount with a decimal comma where a point is declared", "amount", '"12,9"', notAmount),
  value("an amount with commas between thousands", "amount", '"1,234.50"', notAmount),
  value("an amount with underscores between thousands", "amount", "1_234", notAmount),
  value("an amount with a no-break space between thousands", "amount", "1\u00a0234", notAmount),
  value("an amount in scientific notation", "amount", "1.5e2", "150.0000"),
  value("an amount that is no number by name", "amount", "NaN", notAmount),
  value("an amount that is infinite", "amount", "-Infinity", notAmount),
  value("an amount beyond a double", "amount", "1e400", notAmount),
  value("an amount beyond money", "amount", "999999999999999", notAmount),
  value("an amount with a sign of currency", "amount", "₺12.50", notAmount),
  value("an amount with the name of a currency", "amount", "12.50 TL", notAmount),
  value("an amount in parentheses, as accountants write what is negative", "amount", "(12.50)", notAmount),
  value("an amount with its minus behind it", "amount", "12.50-", notAmount),
  value("an amount in hexadecimal", "amount", "0x1F", notAmount),
  value("an amount in Arabic digits", "amount", "١٢", notAmount),
  value("an amount that is a formula", "amount", "=1+1", notAmount),
  value("an amount that is a dash", "amount", "-", notAmount),
  value("an amount that is NULL in letters", "amount", "NULL", notAmount),
  {
    name: "an amount that is missing",
    content: `${head}1,2\n2,\n3,""\n4, \n`,
    records: 4,
    accepted: 1,
    rejected: [
      "orders.csv:3: amount: missing value",
      "orders.csv:4: amount: missing value",
      /^orders\.csv:5: amount: missing value/,
    ],
  },
  semicolon("a decimal comma that is declared", "12,9", "12.9000"),
  semicolon("a decimal point where a comma is declared", "12.9", undefined),
  semicolon("points between thousands before a decimal comma", "1.234,50", undefined),
  semicolon("two decimal commas", "1,2,3", undefined),
  value("a quantity with a fraction", "quantity", "1.5", notWhole),
  value("a quantity with zeros behind the point", "quantity", "2.0", "2"),
  value("a quantity beyond 64 bits", "quantity", "9223372036854775808", notWhole),
  value("the largest quantity of 64 bits", "quantity", "9223372036854775807", "9223372036854775807"),
  value("a quantity in scientific notation", "quantity", "1e3", notWhole),
  {
    name: "order numbers with zeros before them, or longer than any integer",
    content: `${head}007,2\n7,2\n123456789012345678901234567890,2\n`,
    records: 3,
    accepted: [{order_id: "007"}, {order_id: "7"}, {order_id: "123456789012345678901234567890"}],
    rejected: [],
  },
  {
    name: "an order number of blanks",
    content: `${head}1,2\n"  ",3\n`,
    records: 2,
    accepted: 1,
    rejected: [/^orders\.csv:3: order_id: missing value/],
  },
  {
    name: "customer numbers of blanks, which are nobody's",
    content: 'order_id,amount,customer_id\n1,2,"   "\n2,2,""\n3,2, x\n',
    records: 3,
    accepted: [{customer_id: null}, {customer_id: null}, {customer_id: " x"}],
    rejected: [],
  },
  value("a truth in Turkish", "is_return", "evet", noTruth),
  value("a truth as a number", "is_return", "1", "true"),
  value("a truth that is 2", "is_return", "2", noTruth),
];

const turkish = {source: {columns: {ordered_at: "date"}, dateFormat: "%d.%m.%Y"}};
const clock = {source: {columns: {ordered_at: "timestamp"}, timestampFormat: "%d.%m.%Y %H:%M"}};
const days: MalformedCase[] = [
  value("the 29th of February of a year without one", "ordered_at", "2023-02-29", notTime),
  value("the 31st of February, as declared", "ordered_at", "31.02.2026", {rule: "invalid day"}, turkish),
  value("a day as declared", "ordered_at", "31.10.2026", "2026-10-31 00:00:00", turkish),
  value(
    "a day in ISO 8601 where another format is declared",
    "ordered_at",
    "2026-10-31",
    {rule: "invalid day"},
    turkish,
  ),
  value(
    "a month of 13, where days and months were swapped",
    "ordered_at",
    "10.31.2026",
    {rule: "invalid day"},
    turkish,
  ),
  value(
    "a year of two digits where four are declared",
    "ordered_at",
    "31.10.26",
    {rule: "time out of range (1900 to 2199)", shown: "0026-10-31"},
    turkish,
  ),
  value("a time where a day alone is declared", "ordered_at", "31.10.2026 10:00", {rule: "invalid day"}, turkish),
  value("a day where a time is declared", "ordered_at", "31.10.2026", notTime, clock),
  value("a year of two digits that is declared", "ordered_at", "31.10.26", "2026-10-31 00:00:00", {
    source: {columns: {ordered_at: "date"}, dateFormat: "%d.%m.%y"},
  }),
  value("a Turkish day that is not declared", "ordered_at", "31.10.2026", notTime),
  value("a day of a workbook as its number", "ordered_at", "46326", notTime),
  value("a time of 25 hours", "ordered_at", "2024-01-31 25:00:00", notTime),
  value("a time of 60 minutes", "ordered_at", "2024-01-31 10:60:00", notTime),
  value(
    "a time that a change of the clocks leaves out, which stays as it was written",
    "ordered_at",
    "2024-03-31 01:30:00",
    "2024-03-31 01:30:00",
    {timeZone: "Europe/London"},
  ),
  value(
    "a time with its offset, brought to the shop's clocks",
    "ordered_at",
    "2024-03-31T01:30:00Z",
    "2024-03-31 02:30:00",
    {timeZone: "Europe/London"},
  ),
  value("a time with an offset that no place has", "ordered_at", "2024-03-31T01:30:00+99:00", notTime),
  value("a time in the name of a zone", "ordered_at", "2024-03-31 01:30:00 Mars/Base", notTime),
  value("the first year", "ordered_at", "0001-01-01", {...unbelievable}),
  value("the last year of four digits", "ordered_at", "9999-12-31", {...unbelievable}),
  value("a year of five digits", "ordered_at", "20240-01-31", {...unbelievable}),
  value("a day before 1900 that is zero in a database", "ordered_at", "0000-00-00", notTime),
  value("the day that is infinite", "ordered_at", "infinity", notTime),
  value("seconds since 1970", "ordered_at", "1706740200", notTime),
];

const headers: MalformedCase[] = [
  {
    name: "a column given twice",
    content: "order_id,amount,amount\n1,2,3\n",
    says: ['orders.csv:1: two columns are named "amount"'],
  },
  {
    name: "columns that differ by case alone",
    content: "order_id,amount,AMOUNT\n1,2,3\n",
    says: ['orders.csv:1: two columns are named "amount" and "AMOUNT", which differ by case alone'],
  },
  {
    name: "a missing column",
    content: "order_id,price\n1,2\n",
    says: [
      'orders.csv:1: missing column "amount" for order_lines; the file has order_id, price; name its own column in sources.order_lines.map',
    ],
  },
  {
    name: "a declared column that is missing",
    content: `${head}1,2\n`,
    source: {columns: {tax: "decimal"}},
    says: ['orders.csv:1: missing column "tax"; the file has order_id, amount'],
  },
  {
    name: "another delimiter than declared",
    content: "order_id;amount\n1;2\n",
    says: ["the file has order_id;amount; is sources.order_lines.delimiter right?"],
  },
  {
    name: "names with blanks around them",
    content: " order_id , amount\u00a0\n1,2\n",
    records: 1,
    accepted: [one],
    rejected: [],
  },
  {
    name: "a name over two lines",
    content: 'order_id,"the\namount"\n1,2\n3,x\n',
    source: {map: {order_id: "order_id", amount: "the\namount"}},
    records: 2,
    accepted: [one],
    rejected: ['orders.csv:4: amount: invalid amount: "x"'],
  },
  {name: "columns without a name", content: ",,amount,order_id\nx,,2,1\n", records: 1, accepted: [one], rejected: []},
  {name: "a file without a header", content: "1,2\n3,4\n", says: ['orders.csv:1: missing column "order_id"']},
  {
    name: "two thousand columns, one of them missing in a row",
    content: `order_id,amount,${Array.from({length: 2000}, (_, i) => `c${i}`).join(",")}\n1,2${",x".repeat(2000)}\n3,4${",x".repeat(1999)}\n`,
    records: 2,
    accepted: [one],
    rejected: [/^orders\.csv:3: too few fields/],
  },
];

const options: MalformedCase[] = [
  {
    name: "an unknown column in an expression",
    content: `${head}1,2\n`,
    source: {map: {order_id: "order_id", amount: "price * 2"}},
    says: [
      'sources.order_lines.map.amount: cannot read "price * 2": Referenced column "price" not found; orders.csv has order_id, amount',
    ],
  },
  {
    name: "an expression that is no SQL",
    content: `${head}1,2\n`,
    source: {map: {order_id: "order_id", amount: "select from"}},
    says: ['sources.order_lines.map.amount: cannot read "select from": syntax error'],
  },
  {
    name: "two expressions in place of one",
    content: `${head}1,2\n`,
    source: {map: {order_id: "order_id", amount: "amount), (1"}},
    says: ["expected one expression"],
  },
  {
    name: "an aggregate as an expression",
    content: `${head}1,2\n`,
    source: {columns: {amount: "decimal"}, map: {order_id: "order_id", amount: "sum(amount)"}},
    says: ["sources.order_lines.map.amount: cannot read"],
  },
  {
    name: "an expression that makes rows",
    content: `${head}1,2\n`,
    source: {map: {order_id: "order_id", amount: "unnest([amount, amount])"}},
    says: [
      "orders.csv: 1 records counted, but 2 accepted and 0 rejected",
      "an expression of sources.order_lines.map makes more or fewer rows",
    ],
  },
  {
    name: "an expression that loses rows",
    content: `${head}1,2\n3,4\n`,
    source: {map: {order_id: "order_id", amount: "unnest(CASE WHEN order_id = '1' THEN [amount] ELSE [] END)"}},
    says: ["orders.csv: 2 records counted, but 1 accepted and 0 rejected"],
  },
  {
    name: "an expression that cannot be computed for some rows",
    content: "order_id,n\n1,a\n2,2\n",
    source: {map: {order_id: "order_id", amount: "CAST(n AS INTEGER) * 2"}},
    records: 2,
    accepted: [{order_id: "2", amount: "4.0000"}],
    rejected: ['orders.csv:2: amount: cannot be computed: "CAST(n AS INTEGER) * 2"'],
  },
  {
    name: "a division by zero",
    content: "order_id,amount,n\n1,1,0\n2,1,2\n",
    source: {columns: {amount: "decimal", n: "integer"}, map: {order_id: "order_id", amount: "amount / n"}},
    records: 2,
    accepted: 1,
    rejected: [/^orders\.csv:2: amount: invalid amount/],
  },
  {
    name: "a reason that is no condition",
    content: `${head}1,2\n`,
    source: {columns: {amount: "integer"}, reject: {bad: "amount"}},
    says: ['sources.order_lines.reject.bad: expected a condition, got BIGINT: "amount"'],
  },
  {
    name: "a reason with an unknown column",
    content: `${head}1,2\n`,
    source: {reject: {bad: "price > 0"}},
    says: ['sources.order_lines.reject.bad: cannot read "price > 0"'],
  },
  {
    name: "a reason that fails for some rows",
    content: `${head}x,1\n2,2\n`,
    source: {reject: {odd: "CAST(order_id AS INTEGER) > 5"}},
    records: 2,
    accepted: [{order_id: "2"}],
    rejected: ['orders.csv:2: reject: cannot be computed: odd: "CAST(order_id AS INTEGER) > 5"'],
  },
  {
    name: "an unknown field in the key",
    content: `${head}1,2\n`,
    source: {key: ["order_id", "lineno"]},
    says: ['sources.order_lines.key: the file delivers no field "lineno"; it has order_id, amount'],
  },
  {
    name: "a repeated key",
    content: `${head}1,2\n2,2\n1,3\n`,
    source: {key: ["order_id"]},
    records: 3,
    accepted: [one, {order_id: "2"}],
    rejected: ['orders.csv:4: order_id: repeated key: "1"'],
  },
  {
    name: "a value that is none of those of its field",
    content: "customer_id,birth_year\n1,1990\n2,90\n",
    entity: "customers",
    records: 2,
    accepted: 1,
    rejected: ['orders.csv:3: birth_year: not a year of birth: "90"'],
  },
  {
    name: "a format of times that is none",
    content: `${head}1,2\n`,
    source: {timestampFormat: "%Q"},
    says: ['sources.order_lines.timestampFormat: not a format of days and times: "%Q"'],
  },
  {
    name: "a delimiter beyond ASCII",
    content: `${head}1,2\n`,
    source: {delimiter: "ş"},
    says: ['sources.order_lines.delimiter: expected one ASCII character, got "ş"'],
  },
  {
    name: "a delimiter that is the quote",
    content: `${head}1,2\n`,
    source: {delimiter: '"'},
    says: ["sources.order_lines.quote: the same as the delimiter"],
  },
  {
    name: "more bad rows than the gate allows",
    content: `${head}${"1,2\n".repeat(97)}1,x\n1,y\n`,
    says: [
      "orders.csv: 2 of 99 rows rejected, 2.0 % (quality.maxRejectShare allows 1 %)",
      'orders.csv:99: amount: invalid amount: "x"',
      'orders.csv:100: amount: invalid amount: "y"',
    ],
  },
];

const severalFiles: MalformedCase[] = [
  {
    name: "a pattern that matches nothing",
    source: {path: "none/*.csv"},
    says: ["/none/*.csv: no file matches (sources.order_lines.path)"],
  },
  {
    name: "a file that is not there",
    source: {path: "gone.csv"},
    says: ["/gone.csv: no such file (sources.order_lines.path)"],
  },
  {
    name: "a file of a list that is not there",
    source: {path: ["a.csv", "b.csv"]},
    content: {"a.csv": `${head}1,2\n`},
    says: ["/b.csv: no such file (sources.order_lines.path)"],
  },
  {
    name: "a folder in place of a file",
    source: {path: "a"},
    content: {"a/b.csv": `${head}1,2\n`},
    says: ["/a: a folder; name one file, or several"],
  },
  {
    name: "a file that a list and a pattern both name",
    source: {path: ["a.csv", "*.csv"]},
    content: {"a.csv": `${head}1,2\n`},
    says: ["/a.csv: named twice (sources.order_lines.path)"],
  },
  {
    name: "a quote that is never closed in one of several files",
    source: {path: "*.csv"},
    content: {"a.csv": `${head}1,2\n`, "b.csv": `${head}"3,4\n`, "c.csv": `${head}5,6\n`},
    says: ["b.csv:2: a quoted value is never closed"],
  },
  {
    name: "a column that one of several files lacks",
    source: {path: "*.csv"},
    content: {"a.csv": `${head}1,2\n`, "b.csv": "order_id,total\n3,4\n"},
    says: ['b.csv:1: missing column "amount" for order_lines'],
  },
  {
    name: "an empty file among several",
    source: {path: "*.csv"},
    content: {"a.csv": `${head}1,2\n`, "b.csv": ""},
    says: ["b.csv: the file is empty"],
  },
  {
    name: "bad rows in several files, each by its own name",
    source: {path: "*.csv"},
    content: {"a.csv": `${head}1,2\n3,x\n`, "b.csv": `amount,order_id\n\ny,4\n5,6\n`, "c.csv": head},
    records: 4,
    accepted: [one, {order_id: "6", amount: "5.0000"}],
    rejected: ['a.csv:3: amount: invalid amount: "x"', 'b.csv:3: amount: invalid amount: "y"'],
  },
  {
    name: "a key that two files share",
    source: {path: "*.csv", key: ["order_id"]},
    content: {"a.csv": `${head}1,2\n`, "b.csv": `${head}1,3\n`},
    records: 2,
    accepted: [one],
    rejected: ['b.csv:2: order_id: repeated key: "1"'],
  },
  {
    name: "one bad file, which the others do not make good",
    source: {path: "*.csv"},
    content: {"a.csv": `${head}${"1,2\n".repeat(200)}`, "b.csv": `${head}1,2\n1,x\n`},
    says: ["b.csv: 1 of 2 rows rejected, 50.0 %"],
  },
];

const tabs: MalformedCase[] = [
  {
    name: "TSV with tabs within quotes",
    source: {delimiter: "\t"},
    content: 'order_id\tamount\n"1\t1"\t2\n',
    records: 1,
    accepted: [{order_id: "1\t1"}],
    rejected: [],
  },
  {
    name: "TSV with commas in its values",
    source: {delimiter: "\t"},
    content: "order_id\tamount\n1,1\t2\n2\t3,5\n",
    records: 2,
    accepted: [{order_id: "1,1"}],
    rejected: ['orders.csv:3: amount: invalid amount: "3,5"'],
  },
  {
    name: "TSV with a tab too many",
    source: {delimiter: "\t"},
    content: "order_id\tamount\n1\t\t2\n3\t4\n",
    records: 2,
    accepted: 1,
    rejected: ['orders.csv:2: too many fields: "1\\t\\t2"'],
  },
  {
    name: "TSV with an empty first field",
    source: {delimiter: "\t"},
    content: "order_id\tamount\n\t2\n3\t4\n",
    records: 2,
    accepted: 1,
    rejected: ["orders.csv:2: order_id: missing value"],
  },
  {
    name: "blanks in place of tabs",
    source: {delimiter: "\t"},
    content: "order_id    amount\n1    2\n",
    says: ['orders.csv:1: missing column "order_id"'],
  },
];

/** Text of separated values, plain and gzip, one file and several. */
export const csvCases = [
  ...encodings,
  ...layouts,
  ...compressed,
  ...numbers,
  ...days,
  ...headers,
  ...options,
  ...severalFiles,
];

export const tsvCases = tabs;
