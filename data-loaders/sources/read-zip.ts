import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {basename} from "node:path";
import {Readable} from "node:stream";
import {StringDecoder} from "node:string_decoder";
import {crc32, createInflateRaw} from "node:zlib";
import {UserError} from "../user-error.ts";

/** A file within a zip archive. */
interface ZipEntry {
  start: number;
  size: number;
  isDeflated: boolean;
  checksum: number;
}

const [END_OF_DIRECTORY, IN_DIRECTORY, BEFORE_FILE] = [0x06054b50, 0x02014b50, 0x04034b50];

/**
 * The files in a zip archive by name, from the directory at its end: one that is cut off has none.
 *
 * @throws UserError for what is no such archive, or not all of it
 */
export async function readZipDirectory(path: string): Promise<Map<string, ZipEntry>> {
  const broken = (why: string) => new UserError(`${basename(path)}: ${why}`);
  const file = await open(path);
  try {
    const read = async (from: number, length: number) =>
      (await file.read(Buffer.alloc(length), 0, length, from)).buffer;
    const {size} = await file.stat();
    const first = size < 4 ? 0 : (await read(0, 4)).readUInt32LE(0);
    if (first === 0xe011cfd0)
      throw broken("an old .xls workbook or one with a password; save it as .xlsx without a password");
    if (first !== BEFORE_FILE) throw broken("not an Excel workbook (.xlsx)");
    const tail = await read(Math.max(0, size - 65_557), Math.min(size, 65_557));
    let end = tail.length - 22;
    while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
    if (end < 0) throw broken("the workbook is cut off");
    const count = tail.readUInt16LE(end + 10);
    const directory = await read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    const entries = new Map<string, ZipEntry>();
    for (let at = 0, i = 0; i < count; i++) {
      if (at + 46 > directory.length || directory.readUInt32LE(at) !== IN_DIRECTORY)
        throw broken("the workbook is damaged");
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((by) => directory.readUInt16LE(at + by)) as [
        number,
        number,
        number,
      ];
      const offset = directory.readUInt32LE(at + 42);
      const head = await read(offset, 30);
      if (head.readUInt32LE(0) !== BEFORE_FILE) throw broken("the workbook is damaged");
      entries.set(directory.toString("utf8", at + 46, at + 46 + nameLength), {
        start: offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28),
        size: directory.readUInt32LE(at + 20),
        checksum: directory.readUInt32LE(at + 16),
        isDeflated: directory.readUInt16LE(at + 10) === 8,
      });
      at += 46 + nameLength + extraLength + commentLength;
    }
    return entries;
  } finally {
    await file.close();
  }
}

/**
 * The text of a file within an archive, in pieces.
 *
 * @throws Error where it is not what was put into the archive
 */
export async function* readZipEntry(
  path: string,
  {start, size, isDeflated, checksum}: ZipEntry,
): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let found = 0;
  const stored = size ? createReadStream(path, {start, end: start + size - 1}) : Readable.from([]);
  const bytes = isDeflated ? stored.pipe(createInflateRaw()) : stored;
  stored.on("error", (error: Error) => bytes.destroy(error));
  try {
    for await (const piece of bytes) {
      found = crc32(piece as Buffer, found);
      yield decoder.write(piece as Buffer);
    }
  } finally {
    stored.destroy();
  }
  if (found !== checksum) throw new Error("its checksum is wrong");
}
