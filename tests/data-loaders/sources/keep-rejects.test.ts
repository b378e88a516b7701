import {readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {keepRejects} from "../../../data-loaders/sources/keep-rejects.ts";
import {temporaryFolder} from "../site/fixture-project.ts";

const row = (value: string | null) => ({file: "orders.csv", row: 2, field: "amount", rule: "invalid amount", value});
const head = "file,row,field,rule,value\n";

it("writes cells that no spreadsheet takes for formulas", async () => {
  const path = join(temporaryFolder("rejects"), "rejects/order_lines.csv");
  const values = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\0x", "a=1", 'say "hi"', "a,b", "a\nb", null];
  await keepRejects(path, "made", async () => values.map(row));
  const cells = ["'=1+1", "'+1", "'-1", "'@x", "'\tx", `"'\rx"`, "'\0x", "a=1", '"say ""hi"""', '"a,b"', '"a\nb"', ""];
  expect(readFileSync(path, "utf8")).toBe(
    head + cells.map((cell) => `orders.csv,2,amount,invalid amount,${cell}\n`).join(""),
  );
  expect(readdirSync(join(path, ".."))).toEqual([".order_lines.csv.made", "order_lines.csv"]);
});

it("replaces the last run's, and lists nothing again for the same reading", async () => {
  const path = join(temporaryFolder("rejects"), "order_lines.csv");
  await keepRejects(path, "one", async () => [row("x")]);
  await keepRejects(path, "one", () => expect.fail("listed again"));
  await keepRejects(path, "two", async () => []);
  expect(readFileSync(path, "utf8")).toBe(head);
  rmSync(path);
  await keepRejects(path, "two", async () => [row("y")]);
  expect(readFileSync(path, "utf8")).toContain("y");
});
