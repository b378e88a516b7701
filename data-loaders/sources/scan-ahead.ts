import type {TextFormat} from "./read-text.ts";
import type {RecordCount} from "./record-scanner.ts";
import {scanRecords} from "./scan-records.ts";

const begun = new Map<string, Promise<RecordCount>>();

/** Begins to count a file's records: decompressing it waits for nobody, so it may go on while the engine starts. */
export function scanAhead(path: string, format: TextFormat): void {
  const scan = scanRecords(path, format);
  // Whoever takes the count is told of a failure.
  scan.catch(() => {});
  begun.set(path, scan);
}

/** The count of a file's records: the one that was begun, or a new one. */
export function takeScan(path: string, format: TextFormat): Promise<RecordCount> {
  const scan = begun.get(path) ?? scanRecords(path, format);
  begun.delete(path);
  return scan;
}
