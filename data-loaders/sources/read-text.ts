import {closeSync, createReadStream, openSync, readSync} from "node:fs";
import {basename} from "node:path";
import {createGunzip} from "node:zlib";
import {UserError} from "../user-error.ts";

/** How a text file lays out its records. */
export interface TextFormat {
  /** One ASCII character between fields. */
  delimiter: string;
  /** One ASCII character around fields; doubled, it stands for itself (RFC 4180). */
  quote: string;
  encoding: string;
}

/**
 * The pieces of a text file, plain or gzip, as UTF-8 without byte order mark.
 *
 * @throws UserError where the file cannot be decompressed, or is not text in the encoding
 */
export async function* readText(path: string, encoding: string): AsyncGenerator<Buffer> {
  const pieces = withoutMark(readBytes(path));
  if (encoding === "utf-8") return yield* refuseUtf16(basename(path), pieces);
  let decoder: TextDecoder | undefined;
  try {
    for await (const piece of pieces) {
      decoder ??= new TextDecoder(nameEncoding(encoding, piece), {fatal: true});
      yield Buffer.from(decoder.decode(piece, {stream: true}));
    }
    if (decoder) yield Buffer.from(decoder.decode());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    throw new UserError(`${basename(path)}: not text in the encoding ${encoding}`, {cause: error});
  }
}

/** The bytes of a file, decompressed where it is gzip, whatever they mean. */
export function readBytes(path: string): AsyncGenerator<Buffer> {
  return isCompressed(path) ? readCompressed(path) : readPlain(path);
}

/**
 * Whether a file is compressed with gzip, whatever its name says.
 *
 * @throws UserError for files that are no text: spreadsheets, archives, other compressions
 */
export function isCompressed(path: string): boolean {
  const file = basename(path);
  const start = readStart(path).toString("latin1");
  if (start.startsWith("\x1f\x8b")) return true;
  if (start.startsWith("PK\x03\x04"))
    throw new UserError(`${file}: a spreadsheet or zip archive, not text; save it as CSV`);
  if (start.startsWith("PAR1"))
    throw new UserError(`${file}: a Parquet file, not text; name it with parquet({path: …})`);
  if (start.startsWith("\x28\xb5\x2f\xfd") || start.startsWith("BZh"))
    throw new UserError(`${file}: compressed, but not with gzip`);
  if (path.endsWith(".gz") && start.length) throw new UserError(`${file}: not a gzip file, whatever its name says`);
  return false;
}

function readStart(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(4);
    return start.subarray(0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}

async function* readPlain(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path, {highWaterMark: PIECE});
}

async function* readCompressed(path: string): AsyncGenerator<Buffer> {
  const stored = createReadStream(path, {highWaterMark: PIECE});
  const text = stored.pipe(createGunzip({chunkSize: PIECE}));
  stored.on("error", (error) => text.destroy(error));
  try {
    yield* text;
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    if (!code?.startsWith("Z_")) throw error;
    const what = code === "Z_BUF_ERROR" ? "the compressed file is cut off" : "the compressed file is damaged";
    throw new UserError(`${basename(path)}: ${what} (${message})`, {cause: error});
  } finally {
    stored.destroy();
  }
}

const PIECE = 1 << 20;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Drops the byte order mark of UTF-8; that of UTF-16 says how to decode. */
async function* withoutMark(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (!start) yield piece;
    else {
      start = Buffer.concat([start, piece]);
      if (start.length < MARK.length) continue;
      yield start.subarray(0, 3).equals(MARK) ? start.subarray(3) : start;
      start = undefined;
    }
  }
  if (start?.length) yield start;
}

async function* refuseUtf16(file: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isStart = true;
  for await (const piece of pieces) {
    if (isStart && /^(\xff\xfe|\xfe\xff)/.test(piece.toString("latin1", 0, 2)))
      throw new UserError(`${file}: the file is UTF-16, not UTF-8; set encoding: "utf-16" or save it as UTF-8`);
    isStart = false;
    yield piece;
  }
}

function nameEncoding(encoding: string, start: Buffer): string {
  if (encoding !== "utf-16") return encoding === "latin-1" ? "windows-1252" : encoding;
  // Without a byte order mark, the zero byte of an ASCII character tells.
  return (start[0] === 0xfe && start[1] === 0xff) || start[0] === 0 ? "utf-16be" : "utf-16le";
}
