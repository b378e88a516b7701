import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {expect, it} from "vitest";
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
