import {open} from "node:fs/promises";
import {isCompressed, type TextFormat} from "./read-text.ts";
import type {RecordCount} from "./record-scanner.ts";
import {scanRecords} from "./scan-records.ts";

/** A file's records, counted; of a compressed file also its text, which the engine reads faster. */
export type Scan = RecordCount & {plainText?: string};

const begun = new Map<string, Promise<Scan>>();

/**
 * Begins to count a file's records: decompressing it waits for nobody, so it may go on while the engine starts.
 *
 * @param plainText where the text of a compressed file is put
 * @returns when the count is there, or has failed: whoever takes it is told why
 */
export function scanAhead(path: string, format: TextFormat, plainText: string): Promise<void> {
  const scan = countAndCopy(path, format, plainText);
  begun.set(path, scan);
  return scan.then(
    () => {},
    () => {},
  );
}

/** The count of a file's records: the one that was begun, or a new one. */
export function takeScan(path: string, format: TextFormat): Promise<Scan> {
  const scan = begun.get(path) ?? scanRecords(path, format);
  begun.delete(path);
  return scan;
}

async function countAndCopy(path: string, format: TextFormat, plainText: string): Promise<Scan> {
  if (format.encoding !== "utf-8" || !isCompressed(path)) return scanRecords(path, format);
  const file = await open(plainText, "w");
  try {
    return {...(await scanRecords(path, format, {onText: (text) => file.appendFile(text)})), plainText};
  } finally {
    await file.close();
  }
}
