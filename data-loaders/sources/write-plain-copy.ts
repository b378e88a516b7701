import {createWriteStream} from "node:fs";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {readText, type TextFormat} from "./read-text.ts";
import {createRecordScanner} from "./record-scanner.ts";

/**
 * Writes a text file again as UTF-8 in which every record ends in one line feed and no line is blank: for files in
 * another encoding, or with several kinds of line ends, which the reader does not take. Quoted text stays as it is.
 */
export async function writePlainCopy(path: string, format: TextFormat, target: string): Promise<void> {
  await pipeline(Readable.from(copyPieces(path, format)), createWriteStream(target));
}

const LINE_FEED = Buffer.from("\n");

async function* copyPieces(path: string, {delimiter, quote, encoding}: TextFormat): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let piece: Buffer = Buffer.alloc(0);
  let copied = 0;
  const scanner = createRecordScanner(delimiter.charCodeAt(0), quote.charCodeAt(0), {
    onBreak(from, to, isBlank) {
      if (from > copied) pieces.push(piece.subarray(copied, from));
      if (!isBlank) pieces.push(LINE_FEED);
      copied = to;
    },
  });
  for await (piece of readText(path, encoding)) {
    pieces = [];
    copied = 0;
    scanner.add(piece);
    if (copied < piece.length) pieces.push(piece.subarray(copied));
    if (pieces.length) yield Buffer.concat(pieces);
  }
}
