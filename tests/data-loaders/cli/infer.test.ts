import {existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {runCommand} from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "mudavim-cli-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const infer = (file: string) =>
  runCommand("data", "--infer", join(folder, file), "--private", join(folder, "private"), "--out", join(folder, "out"));

it("data --infer prints a configuration, and writes nothing", async () => {
  writeFileSync(join(folder, "orders.csv"), "Sipariş No;Müşteri;Tutar\n1;a;12,50\n2;b;13,00\n");
  const {code, output} = await infer("orders.csv");
  expect(code, output).toBe(0);
  expect(output).toContain('import {csv} from "./data-loaders/sources/csv.ts";');
  expect(output).toMatch(/order_lines: csv\(\{\n +path: ".*orders\.csv",\n +delimiter: ";",\n +decimalSeparator: ",",/);
  expect(output).toContain("Tried: 2 records, every one of them accepted.");
  expect(existsSync(join(folder, "out"))).toBe(false);
  expect(readdirSync(join(folder, "private"))).toEqual([]);
}, 60_000);

it.each([
  ["gone.csv", /\/gone\.csv: no such file \(--infer\)\n$/],
  ["", /: a folder; name one file \(--infer\)\n$/],
])(
  "data --infer %j says in one line why not",
  async (file, message) => {
    const {code, output} = await infer(file);
    expect(code, output).toBe(1);
    expect(output).toMatch(message);
    expect(output.trimEnd().split("\n")).toHaveLength(1);
  },
  60_000,
);
