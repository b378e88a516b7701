import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {findRecordLines, scanRecords} from "../../../data-loaders/sources/scan-records.ts";
import {temporaryFolder} from "../site/fixture-project.ts";

function scan(content: string | Uint8Array, encoding = "utf-8", name = "orders.csv") {
  const path = join(temporaryFolder("scan"), name);
  writeFileSync(path, content);
  return scanRecords(path, {delimiter: ",", quote: '"', encoding});
}

const text = "order_id,city\n1,İzmir\n2,😀\n";
const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
const long = Buffer.from(`a,b\n${Array.from({length: 200_000}, (_, i) => `${i},ğüşöçıİ`).join("\n")}\n`);

describe("scanRecords counts", () => {
  it.each<[string, Uint8Array | string, string?]>([
    ["UTF-8", text],
    ["a byte order mark before a quoted line break", `\ufeff"order\nid",city\n1,2\n3,4`],
    ["UTF-16, little endian", utf16, "utf-16"],
    ["UTF-16 without mark", utf16.subarray(2), "utf-16"],
    ["UTF-16, big endian", Buffer.from(utf16).swap16(), "utf-16"],
    ["Windows-1254", Buffer.from("order_id,city\n1,\xddzmir\n2,\xfd\n", "latin1"), "windows-1254"],
    ["gzip", gzipSync(text)],
    ["gzip in several members", Buffer.concat([gzipSync(text.slice(0, 20)), gzipSync(text.slice(20))])],
    ["gzip of UTF-16", gzipSync(utf16), "utf-16"],
  ])("%s", async (_, content, encoding) => {
    expect(await scan(content, encoding)).toMatchObject({records: 3});
  });

  it("letters that are cut between two pieces", async () => {
    expect(await scan(long)).toMatchObject({records: 200_001, lines: 200_001});
  });
});

describe("scanRecords refuses", () => {
  const zipped = gzipSync(long);
  const damaged = Buffer.from(zipped);
  damaged[damaged.length - 6]! ^= 255;
  it.each<[string, Uint8Array | string, string, string?, string?]>([
    [
      "bytes that are not UTF-8",
      Buffer.from("a,b\n1,2\r\n3,\xfcber\n", "latin1"),
      'orders.csv:3: not UTF-8 text: "3,\ufffdber"',
    ],
    ["a character cut off at the end", Buffer.from([...Buffer.from("a,b\n1,2"), 0xc4]), "orders.csv:2: not UTF-8 text"],
    ["UTF-16 that is said to be UTF-8", utf16, 'orders.csv: the file is UTF-16, not UTF-8; set encoding: "utf-16"'],
    ["UTF-16 without mark, said to be UTF-8", utf16.subarray(2), "orders.csv:1: a NUL character"],
    [
      "UTF-16 with half a character",
      Buffer.concat([utf16, Buffer.from([49])]),
      "orders.csv: not text in the encoding utf-16",
      "utf-16",
    ],
    ["a NUL character", "a,b\n1,2\n3,\0\n", "orders.csv:3: a NUL character"],
    ["a quote that is never closed", 'a,b\n1,2\n3,"4\n5,6\n', 'orders.csv:3: a quoted value is never closed: "3,\\"4"'],
    [
      "gzip that is cut off",
      zipped.subarray(0, zipped.length >> 1),
      "orders.csv.gz: the compressed file is cut off",
      "utf-8",
      "orders.csv.gz",
    ],
    [
      "gzip without its last bytes",
      zipped.subarray(0, -4),
      "orders.csv.gz: the compressed file is cut off",
      "utf-8",
      "orders.csv.gz",
    ],
    ["gzip with a wrong checksum", damaged, "orders.csv.gz: the compressed file is damaged", "utf-8", "orders.csv.gz"],
    ["text called .gz", text, "orders.csv.gz: not a gzip file", "utf-8", "orders.csv.gz"],
    ["a spreadsheet", Buffer.from("PK\x03\x04…"), "orders.csv: a spreadsheet or zip archive, not text"],
    ["a Parquet file", Buffer.from("PAR1…"), "orders.csv: a Parquet file, not text"],
  ])("%s", async (_, content, message, encoding, name) => {
    await expect(scan(content, encoding, name)).rejects.toThrow(message);
    await expect(scan(content, encoding, name)).rejects.toHaveProperty("name", "UserError");
  });
});

it("findRecordLines(path, format, records) gives the line on which each record begins", async () => {
  const path = join(temporaryFolder("scan"), "orders.csv");
  writeFileSync(path, 'a,b\n"1\n2",3\n\n4,5\n6,7\n');
  expect(await findRecordLines(path, {delimiter: ",", quote: '"', encoding: "utf-8"}, [2, 3, 4])).toEqual([2, 5, 6]);
});
