import {parse} from "csv-parse/sync";
import {expect, it} from "vitest";
import {createRecordScanner} from "../../../data-loaders/sources/record-scanner.ts";
import fc from "../../helpers/fast-check.ts";

function scan(text: string, cuts: readonly number[] = [], delimiter = ",") {
  const starts: number[] = [];
  const scanner = createRecordScanner(delimiter.charCodeAt(0), 34, {onRecord: (_, line) => starts.push(line)});
  const bytes = Buffer.from(text);
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    scanner.add(bytes.subarray(from, end));
    from = end;
  }
  return {...scanner.end(), starts};
}

it.each<[string, string, object]>([
  ["LF", "a,b\n1,2\n", {records: 2, lines: 2, starts: [1, 2]}],
  ["CRLF", "a,b\r\n1,2\r\n", {records: 2, lines: 2}],
  ["CR alone", "a,b\r1,2\r", {records: 2, lines: 2}],
  ["no line end at the end", "a,b\n1,2", {records: 2, lines: 2}],
  ["blank lines", "a,b\n\n\n1,2\n\n", {records: 2, lines: 5, starts: [1, 4]}],
  ["blank lines above", "\n\na,b\n", {records: 1, firstLine: 3}],
  ["a line of blanks, which is a record", "a,b\n  \n1,2\n", {records: 3}],
  ["quoted line breaks", 'a,b\n"1\n2","\r\n"\n3,4\n', {records: 3, lines: 5, starts: [1, 2, 5]}],
  ["doubled quotes", 'a,b\n"1""\n""2",3\n', {records: 2, starts: [1, 2]}],
  ["quotes within unquoted text", 'a,b\n1",2\n3"x"\n,4\n', {records: 4}],
  ["blanks before a quote", 'a,b\n1, "2\n3"\n', {records: 2}],
  ["text after a closing quote", 'a,b\n"1"x"\n2,3\n', {records: 3}],
  ["several kinds of line ends", "a,b\r\n1,2\n3,4\r5,6\n", {records: 4, hasMixedBreaks: true}],
  ["a line feed within quotes in a CRLF file", 'a,b\r\n"1\n2",3\r\n', {records: 2, hasMixedBreaks: false}],
  ["a quote that is never closed", 'a,b\n1,2\n3,"4\n5,6\n', {openQuoteLine: 3}],
  ["nothing", "", {records: 0, lines: 0, firstLine: 0}],
])("counts records with %s", (_, text, expected) => {
  expect(scan(text)).toMatchObject(expected);
  // Wherever the text is cut.
  for (let cut = 1; cut < text.length; cut++) expect(scan(text, [cut])).toEqual(scan(text));
});

const field = fc.stringMatching(/^(?:[a ğ,;\t"'\r\n]|\r\n|😀){0,6}$/);
const table = fc
  .integer({min: 2, max: 5})
  .chain((columns) =>
    fc.array(fc.array(field, {minLength: columns, maxLength: columns}), {minLength: 1, maxLength: 12}),
  );
const cuts = fc.array(fc.nat(), {maxLength: 4});

it.each([",", ";", "\t"])("agrees with csv-parse, and knows each record's line, with %j", (delimiter) => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom("\n", "\r\n"),
      fc.array(fc.nat(11), {maxLength: 3}),
      fc.boolean(),
      cuts,
      (rows, end, blanks, isEnded, cuts) => {
        let text = "";
        let line = 1;
        const starts: number[] = [];
        rows.forEach((row, i) => {
          for (const _ of blanks.filter((blank) => blank === i)) {
            text += end;
            line++;
          }
          const record = row
            .map((value) => (/[;,\t"\r\n ]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
            .join(delimiter);
          starts.push(line);
          text += record + (isEnded || i < rows.length - 1 ? end : "");
          line += 1 + (record.match(/\r\n|\r|\n/g)?.length ?? 0);
        });
        const oracle: string[][] = parse(text, {delimiter, skip_empty_lines: true, record_delimiter: [end]});
        expect(oracle).toEqual(rows);
        expect(scan(text, cuts, delimiter)).toMatchObject({records: oracle.length, lines: line - 1, starts});
      },
    ),
    {numRuns: 300},
  );
});
