import {isUtf8} from "node:buffer";
import {basename} from "node:path";
import {UserError} from "../user-error.ts";
import {readText, type TextFormat} from "./read-text.ts";
import {createRecordScanner, type RecordCount, type ScanEvents} from "./record-scanner.ts";

/**
 * Counts the records of a text file (plain or gzip) without the reader that ingests them, so that a row which the reader
 * loses is noticed, and refuses what is no text. `onText` is handed the text as it goes by, as UTF-8.
 *
 * @throws UserError naming the line of bytes that are not UTF-8, of a NUL character, and of a quote that is never closed
 */
export async function scanRecords(
  path: string,
  format: TextFormat,
  events: ScanEvents & {onText?(text: Buffer): Promise<unknown>} = {},
): Promise<RecordCount> {
  const file = basename(path);
  const scanner = createRecordScanner(format.delimiter.charCodeAt(0), format.quote.charCodeAt(0), events);
  let tail = Buffer.alloc(0);
  for await (const piece of readText(path, format.encoding)) {
    const bytes = tail.length ? Buffer.concat([tail, piece]) : piece;
    const end = bytes.length - countUnfinished(bytes);
    const text = end === bytes.length ? bytes : bytes.subarray(0, end);
    if (text.includes(0))
      throw new UserError(
        `${file}:${findLine(text, scanner.currentLine(), (line) => line.includes(0))}: a NUL character; the file is no text${format.encoding === "utf-8" ? ", or UTF-16" : ""}`,
      );
    if (!isUtf8(text)) throw describeEncoding(file, text, scanner.currentLine());
    scanner.add(text);
    await events.onText?.(text);
    tail = Buffer.from(bytes.subarray(end));
  }
  if (tail.length) throw describeEncoding(file, tail, scanner.currentLine());
  const count = scanner.end();
  if (count.openQuoteLine !== undefined) {
    const start = await readLine(path, format, count.openQuoteLine);
    throw new UserError(`${file}:${count.openQuoteLine}: a quoted value is never closed: ${JSON.stringify(start)}`);
  }
  return count;
}

/** Finds the lines on which records begin; the numbers of the records must ascend. */
export async function findRecordLines(path: string, format: TextFormat, records: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  await scanRecords(path, format, {
    onRecord(record, line) {
      while (record === records[found.length]) found.push(line);
    },
  });
  return found;
}

/** Bytes at the end that begin a character which the next piece completes. */
function countUnfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function describeEncoding(file: string, text: Buffer, firstLine: number): UserError {
  let shown = "";
  const line = findLine(text, firstLine, (bytes) => {
    shown = bytes.toString("utf8").slice(0, 60);
    return !isUtf8(bytes);
  });
  return new UserError(
    `${file}:${line}: not UTF-8 text: ${JSON.stringify(shown)}; name the file's encoding or save it as UTF-8`,
  );
}

/** Number of the first line that is like that. */
function findLine(text: Buffer, firstLine: number, isLike: (line: Buffer) => boolean): number {
  let line = firstLine;
  for (const part of text.toString("latin1").split(/\r\n|\r|\n/)) {
    if (isLike(Buffer.from(part, "latin1"))) return line;
    line++;
  }
  return firstLine;
}

/** The beginning of a line, for a message. */
async function readLine(path: string, format: TextFormat, wanted: number): Promise<string> {
  let line = 1;
  let rest = "";
  for await (const piece of readText(path, format.encoding)) {
    const parts = (rest + piece.toString("utf8")).split(/\r\n|\r|\n/);
    if (line + parts.length > wanted) return parts[wanted - line]!.slice(0, 60);
    rest = parts.at(-1)!;
    line += parts.length - 1;
  }
  return rest.slice(0, 60);
}
