import {createReadStream} from "node:fs";
import {createGunzip} from "node:zlib";

/** What an independent pass over a file of separated values found. */
export interface RecordScan {
  /** Records that are not blank, the header included; a quoted line break does not end a record. */
  records: number;
  /** Line breaks, those within quotes included: equal to records where no value spans lines and no line is blank. */
  lines: number;
}

/**
 * Counts the records of a text file (plain or gzip) without the reader that ingests them, so that a row which the reader
 * loses is noticed.
 *
 * @param path the file
 * @param delimiter one ASCII character between fields
 * @param quote one ASCII character around fields; doubled, it stands for itself (RFC 4180)
 */
export async function scanRecords(path: string, delimiter: string, quote: string): Promise<RecordScan> {
  const counter = createRecordCounter(delimiter.charCodeAt(0), quote.charCodeAt(0));
  const stored = createReadStream(path, {highWaterMark: 1 << 20});
  const text = path.endsWith(".gz") ? stored.pipe(createGunzip({chunkSize: 1 << 20})) : stored;
  stored.on("error", (error) => text.destroy(error));
  for await (const chunk of text) counter.add(chunk as Buffer);
  return counter.end();
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Counts records over successive pieces of a text. */
export function createRecordCounter(delimiter: number, quote: number) {
  let records = 0;
  let lines = 0;
  let isQuoted = false;
  let isAfterQuote = false;
  let isFieldStart = true;
  let isBlank = true;
  let isAfterReturn = false;

  function endLine(byte: number): void {
    if (!(byte === LINE_FEED && isAfterReturn)) {
      lines++;
      if (!isBlank) records++;
    }
    isAfterReturn = byte === CARRIAGE_RETURN;
    isBlank = isFieldStart = true;
    isAfterQuote = false;
  }

  function addByte(byte: number): void {
    if (isQuoted) {
      if (byte === quote) [isQuoted, isAfterQuote] = [false, true];
      else if (byte === LINE_FEED) lines++;
      return;
    }
    if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return endLine(byte);
    isAfterReturn = isBlank = false;
    if (byte === delimiter) [isFieldStart, isAfterQuote] = [true, false];
    else if (byte === quote && (isFieldStart || isAfterQuote)) [isQuoted, isFieldStart, isAfterQuote] = [true, false, false];
    else isFieldStart = isAfterQuote = false;
  }

  /** Most pieces hold no quote: there only line feeds matter, and finding them is the machine's work. */
  function addUnquoted(bytes: Buffer): void {
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      if (end - start > 1) {
        isBlank = isAfterReturn = false;
        endLine(LINE_FEED);
      } else for (let i = start; i <= end; i++) addByte(bytes[i]!);
      start = end + 1;
    }
    for (let i = start; i < bytes.length; i++) addByte(bytes[i]!);
  }

  return {
    add(bytes: Buffer): void {
      const hasSpecial = isQuoted || bytes.includes(quote) || hasLoneReturn(bytes);
      if (!hasSpecial) addUnquoted(bytes);
      else for (let i = 0; i < bytes.length; i++) addByte(bytes[i]!);
    },
    end(): {records: number; lines: number} {
      return isBlank ? {records, lines} : {records: records + 1, lines: lines + 1};
    },
  };
}

/** Whether lines may end in a carriage return alone, as old spreadsheets write them. */
function hasLoneReturn(bytes: Buffer): boolean {
  const first = bytes.indexOf(CARRIAGE_RETURN);
  return first >= 0 && first + 1 < bytes.length && bytes[first + 1] !== LINE_FEED;
}
