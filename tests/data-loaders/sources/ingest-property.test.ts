import {gzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {expect, it} from "vitest";
import fc from "../../helpers/fast-check.ts";
import {useSources} from "./read-source.ts";

const {readText} = useSources();

const value = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom("A1", "2024-01-31 10:00:00", "12.90", "7", "", "İzmir", "x y")},
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'say ""hi""',
      "two\nlines",
      "crlf\r\nin it",
      "a,b",
      "12,9O",
      "2024-02-30",
      "1e400",
      "=1+1",
      " ",
    ),
  },
);
const columns = ["order_id", "ordered_at", "amount", "quantity", "city"];
const row = fc.array(value, {minLength: columns.length, maxLength: columns.length});
const damage = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("insert", "delete", "cut", "repeat", "none"),
  text: fc.constantFrom('"', ",", "\n", "\r\n", "\r", "\0", "\xff", '"\n', ',"', "ğ", "\n\n", "x".repeat(50)),
  length: fc.integer({min: 1, max: 40}),
});

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function spoil(bytes: Buffer, {at, kind, text, length}: Damage): Buffer {
  const from = at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  if (kind === "insert") return Buffer.concat([before, Buffer.from(text, text === "\xff" ? "latin1" : "utf8"), after]);
  if (kind === "delete") return Buffer.concat([before, after.subarray(length)]);
  if (kind === "repeat") return Buffer.concat([before, after.subarray(0, length), after]);
  return kind === "cut" ? before : bytes;
}

/** Records below the header, by another reader; undefined where it takes the file for damaged. */
function countByOracle(bytes: Buffer): number | undefined {
  try {
    return (
      (
        parse(bytes, {
          bom: true,
          relax_column_count: true,
          skip_empty_lines: true,
          ltrim: true,
          relax_quotes: true,
          record_delimiter: ["\r\n", "\n", "\r"],
        }) as unknown[]
      ).length - 1
    );
  } catch {
    return undefined;
  }
}

it("accounts for every record of a damaged file, or says what is wrong with it", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, {maxLength: 12}),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.array(damage, {maxLength: 3}),
      async (rows, end, damages) => {
        const text = [columns, ...rows]
          .map((values) => values.map((cell) => (/["\n\r,]/.test(cell) ? `"${cell}"` : cell)).join(",") + end)
          .join("");
        const bytes = damages.reduce(spoil, Buffer.from(text));
        const result = await readText(bytes).catch((error: Error) => error);
        if (result instanceof Error) {
          expect(result.name, result.stack).toBe("UserError");
          return;
        }
        read++;
        const {records, accepted, rejected} = result;
        expect(accepted.length + rejected.length).toBe(records);
        const expected = countByOracle(bytes);
        if (expected !== undefined) expect(records).toBe(expected);
        // Each rejected row has a line of its own, within the file.
        const lines = rejected.map((reject) => reject.row);
        expect(new Set(lines).size).toBe(lines.length);
        const lineCount = bytes.toString("latin1").split(/\r\n|\r|\n/).length;
        for (const line of lines) expect(line > 1 && line <= lineCount).toBe(true);
      },
    ),
    {numRuns: 150},
  );
  expect(read).toBeGreaterThan(30);
});

const text = fc.oneof(
  fc.string({unit: "binary", maxLength: 12}),
  fc.string({
    unit: fc.constantFrom(
      '"',
      ",",
      ";",
      "\t",
      "\n",
      "\r",
      "\r\n",
      "\\",
      "'",
      " ",
      "#",
      "a",
      "1",
      "ş",
      "😀",
      "\u00a0",
      "\u3000",
      "\u2028",
    ),
    maxLength: 8,
  }),
);
/** What a record is to come to: a row whose values all hold, one with a bad value, or none of the columns. */
const record = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({kind: fc.constant("good" as const), id: text, city: text, cents: fc.maxSafeInteger()}),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("bad" as const),
      field: fc.constantFrom("amount", "ordered_at"),
      value: fc.constantFrom("x", "1,5", "0x1", "2024-02-30", "31.01.2024", "--1", "1e999"),
    }),
  },
  {weight: 1, arbitrary: fc.record({kind: fc.constant("ragged" as const), fields: fc.constantFrom(1, 2, 3, 5, 6)})},
);

it("reads every value as it was written, leaves out what is wrong, and loses nothing", async () => {
  const seen = {accepted: 0, rejected: 0};
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, {maxLength: 15}),
      fc.constantFrom(",", ";", "\t", "|"),
      fc.constantFrom('"', "'"),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.record({isCompressed: fc.boolean(), hasMark: fc.boolean(), hasLastEnd: fc.boolean(), quotesAll: fc.boolean()}),
      async (records, delimiter, quote, end, {isCompressed, hasMark, hasLastEnd, quotesAll}) => {
        const write = (value: string) =>
          quotesAll || /^\s|\s$|^$/.test(value) || [delimiter, quote, "\n", "\r"].some((one) => value.includes(one))
            ? quote + value.replaceAll(quote, quote + quote) + quote
            : value;
        const rows: string[][] = [["order_id", "amount", "ordered_at", "city"]];
        const accepted: Record<string, unknown>[] = [];
        const rejected: string[] = [];
        for (const [i, one] of records.entries()) {
          const plain = [`o${i}`, "1.5", "2024-01-31 10:00:00", "Van"];
          if (one.kind === "good") {
            // What the engine or its reader would take for something else: NUL is no text, blanks alone are no value.
            const id = `o${i}${one.id.replaceAll("\0", "")}`;
            const city = one.city.replaceAll("\0", "");
            const amount = `${one.cents < 0 ? "-" : ""}${Math.abs(Math.trunc(one.cents / 1000) % 1e9)}.25`;
            rows.push([id, amount, plain[2]!, city]);
            accepted.push({id, amount: `${amount}00`, city: city.replace(/^\p{Zs}+$/u, "")});
          } else {
            if (one.kind === "bad") plain[one.field === "amount" ? 1 : 2] = one.value;
            else if (one.fields < 4) plain.length = one.fields;
            else plain.push(...Array(one.fields - 4).fill("x"));
            rows.push(plain);
            rejected.push(one.kind === "bad" ? one.field : "");
          }
        }
        const written = rows.map((cells) => cells.map(write).join(delimiter)).join(end) + (hasLastEnd ? end : "");
        const plain = Buffer.from(`${hasMark ? "\ufeff" : ""}${written}`);
        const bytes = isCompressed ? gzipSync(plain) : plain;
        const result = await readText(bytes, {source: {delimiter, quote}});
        expect(result.records).toBe(records.length);
        // Without what JavaScript drops at the beginning of a text that it decodes.
        const values = result.accepted.map(({order_id, amount, city}) => ({id: order_id, amount, city: city ?? ""}));
        expect(values).toEqual(accepted.map((row) => ({...row, city: String(row.city).replace(/^\ufeff/, "")})));
        expect(result.rejected.map(({field}) => field)).toEqual(rejected);
        seen.accepted += accepted.length;
        seen.rejected += rejected.length;
      },
    ),
    {numRuns: 80},
  );
  expect(seen.accepted).toBeGreaterThan(60);
  expect(seen.rejected).toBeGreaterThan(20);
}, 60_000);
