import {closeSync, openSync, readSync} from "node:fs";
import {basename} from "node:path";
import {parse} from "csv-parse/sync";
import {UserError} from "../../user-error.ts";
import {readBytes} from "../read-text.ts";

/** How a file seems to be laid out. */
export type Format =
  | {kind: "parquet" | "xlsx"}
  | {kind: "json"; lines: boolean}
  | {
      kind: "csv";
      encoding: "utf-8" | "utf-16" | "windows-1254";
      delimiter: string;
      quote: string;
      /** Fields are lined up with blanks: the adapter reads a line as one column, which expressions take apart. */
      isAligned: boolean;
      /** What is not certain about it. */
      doubts: string[];
    };

const SAMPLE = 1 << 18;

/**
 * Guesses a file's layout from its first bytes; only whether it is UTF-8 is asked of all of them.
 *
 * @throws UserError for a file that is empty, or that no adapter reads
 */
export async function sniffFormat(path: string): Promise<Format> {
  const file = basename(path);
  const magic = readMagic(path);
  if (magic.startsWith("PAR1")) return {kind: "parquet"};
  if (magic.startsWith("PK\x03\x04")) return {kind: "xlsx"};
  if (magic.startsWith("\xd0\xcf\x11\xe0"))
    throw new UserError(`${file}: an old .xls workbook or one with a password; save it as .xlsx without a password`);
  const start = await readStart(path);
  const encoding = await guessEncoding(path, start);
  const text = new TextDecoder(encoding === "utf-16" ? nameUtf16(start) : encoding).decode(start);
  if (text.trim() === "") throw new UserError(`${file}: the file is empty`);
  const json = sniffJson(text);
  if (json) return json;
  const doubts =
    encoding === "windows-1254"
      ? ["the encoding: the file is not UTF-8, and Windows-1254 is what Turkish spreadsheets write"]
      : [];
  return {kind: "csv", encoding, doubts, ...sniffDelimiter(withoutLastLine(text, start.length >= SAMPLE))};
}

function readMagic(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(4);
    return bytes.subarray(0, readSync(file, bytes)).toString("latin1");
  } finally {
    closeSync(file);
  }
}

async function readStart(path: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of readBytes(path)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= SAMPLE) break;
  }
  return Buffer.concat(pieces).subarray(0, SAMPLE);
}

const nameUtf16 = (start: Buffer) =>
  (start[0] === 0xfe && start[1] === 0xff) || start[0] === 0 ? "utf-16be" : "utf-16le";

async function guessEncoding(path: string, start: Buffer): Promise<"utf-8" | "utf-16" | "windows-1254"> {
  if (/^(\xff\xfe|\xfe\xff)/.test(start.toString("latin1", 0, 2))) return "utf-16";
  if (start.includes(0) && (start[0] === 0 || start[1] === 0)) return "utf-16";
  const decoder = new TextDecoder("utf-8", {fatal: true});
  try {
    for await (const piece of readBytes(path)) decoder.decode(piece, {stream: true});
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    return "windows-1254";
  }
}

function sniffJson(text: string): Format | undefined {
  const begun = text.trimStart().replace(/^\ufeff\s*/, "");
  if (/^\[\s*(\{|\]|$)/.test(begun)) return {kind: "json", lines: false};
  if (!begun.startsWith("{")) return undefined;
  return {kind: "json", lines: true};
}

function withoutLastLine(text: string, isCut: boolean): string {
  const end = isCut ? text.lastIndexOf("\n") : -1;
  return end > 0 ? text.slice(0, end + 1) : text;
}

const delimiters = [",", ";", "\t", "|"];

/** The delimiter by which most records have as many fields as the first one; of several, the one that makes more fields. */
function sniffDelimiter(text: string): {delimiter: string; quote: string; isAligned: boolean} {
  const quote = !text.includes('"') && /(^|[,;\t|])'[^']*'([,;\t|]|\r?\n)/.test(text) ? "'" : '"';
  const found = delimiters
    .map((delimiter) => ({delimiter, ...countFields(text, delimiter, quote)}))
    .filter(({fields}) => fields > 1)
    .sort((a, b) => b.share * Math.log2(b.fields) - a.share * Math.log2(a.fields));
  if (found[0] && found[0].share >= 0.5) return {delimiter: found[0].delimiter, quote, isAligned: false};
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const widths = lines.map((line) => line.trim().split(/ +/).length);
  const isAligned = lines.length > 1 && widths[0]! > 1 && widths.every((width) => width === widths[0]);
  return {delimiter: isAligned ? "\t" : ",", quote, isAligned};
}

function countFields(text: string, delimiter: string, quote: string): {fields: number; share: number} {
  try {
    const records = parse(text, {
      ...{delimiter, quote, escape: quote, bom: true, to: 1000},
      ...{relax_quotes: true, relax_column_count: true, skip_empty_lines: true},
    }) as string[][];
    const fields = records[0]?.length ?? 0;
    return {fields, share: records.filter((record) => record.length === fields).length / records.length};
  } catch {
    return {fields: 0, share: 0};
  }
}
