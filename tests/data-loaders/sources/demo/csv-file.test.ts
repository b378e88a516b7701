import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {expect, inject, test} from "vitest";
import {writeCsv} from "../../../../data-loaders/sources/demo/csv-file.ts";

const file = join(inject("runFolder"), "cells.csv");

test("cells come back as they were: quotes, commas, line ends, Turkish, numbers, nothing", () => {
  const rows = [
    ['say "evet"', "a,b", "bir\niki", "Iğdır, “şu”", 12.5, ""],
    ["", "plain", "\r", '"', 0, "😀"],
  ];
  expect(writeCsv(file, ["a", "b", "c", "d", "e", "f"], rows)).toBe(2);
  expect(readFileSync(file, "utf8")).toBe(
    'a,b,c,d,e,f\n"say ""evet""","a,b","bir\niki","Iğdır, “şu”",12.5,\n,plain,"\r","""",0,😀\n',
  );
  expect(parse(readFileSync(file), {from: 2})).toEqual(rows.map((row) => row.map(String)));
});

test("files of many times what is written at once are whole", () => {
  const rows = Array.from({length: 60_000}, (_, i) => [i, `${i}`.repeat(5), i % 7 ? "düz" : "x".repeat(50)]);
  writeCsv(file, ["n", "five", "text"], rows);
  expect(readFileSync(file, "utf8")).toBe(`n,five,text\n${rows.map((row) => row.join(",")).join("\n")}\n`);
});

test("a row of another length is refused", () => {
  expect(() => writeCsv(file, ["a", "b"], [["only"]])).toThrow("expected 2 values, got 1: only");
});
