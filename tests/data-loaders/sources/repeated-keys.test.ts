import {expect, it} from "vitest";
import {useSources} from "./read-source.ts";

const {readText} = useSources();

it("rejects every row but the first of those that share a key; an empty part of the key is a value like others", async () => {
  const text = "order_id,line_no,amount\n1,1,5\n1,2,5\n1,1,6\n1,,7\n1,,8\n2,1,9\n1,1,10\n";
  const {accepted, rejected} = await readText(text, {source: {key: ["order_id", "line_no"]}});
  expect(accepted.map(({amount}) => Number(amount))).toEqual([5, 5, 7, 9]);
  expect(rejected).toMatchObject([
    {row: 4, field: "order_id, line_no", rule: "repeated key", value: "1 1"},
    {row: 6, field: "order_id, line_no", rule: "repeated key", value: "1 "},
    {row: 8, field: "order_id, line_no", rule: "repeated key", value: "1 1"},
  ]);
});

it("lets a good row have the key of a rejected one", async () => {
  const {accepted, rejected} = await readText("order_id,amount\n1,x\n1,2\n", {source: {key: ["order_id"]}});
  expect(accepted).toMatchObject([{order_id: "1", amount: "2.0000"}]);
  expect(rejected).toMatchObject([{row: 2, rule: "invalid amount"}]);
});

it("takes of an entity's key what the file delivers", async () => {
  const {rejected} = await readText("order_id,reason\n1,late\n1,late\n", {entity: "cancellations"});
  expect(rejected).toMatchObject([{row: 3, field: "order_id", rule: "repeated key", value: "1"}]);
});
