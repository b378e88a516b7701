import {Float64, makeVector, Table, tableToIPC, vectorFromArray} from "apache-arrow";
import {expect, test} from "vitest";
import {readArrowTexts} from "../../../data-loaders/privacy/read-arrow-texts.ts";

/** A number whose bytes read `text`. */
const spelled = (text: string) => new Float64Array(Uint8Array.from(Buffer.from(text.padEnd(8, "x"))).buffer)[0]!;

function read(columns: Record<string, unknown>): string[] {
  const bytes = tableToIPC(new Table(columns as never), "stream");
  return [...readArrowTexts(bytes)].map(({text}) => text);
}

test("texts are read, wherever they stand", () => {
  const texts = read({city: vectorFromArray(["İzmir", "jane@doe.org"]), n: makeVector(new Float64Array([1, 2]))});
  expect(texts).toContain("jane@doe.org");
  expect(texts).toContain("city");
});

test("numbers are not read as text", () => {
  const numbers = makeVector({type: new Float64(), data: new Float64Array([spelled("a@bc.de"), spelled("k@lm.no")])});
  expect(read({n: numbers}).filter((text) => text.includes("@"))).toEqual([]);
});

test("what lies behind the table is read", () => {
  const bytes = tableToIPC(new Table({n: makeVector(new Float64Array([1]))}), "stream");
  const longer = Buffer.concat([bytes, Buffer.from("\0\0jane@doe.org\0")]);
  expect([...readArrowTexts(longer)].some(({text}) => text.includes("jane@doe.org"))).toBe(true);
});
