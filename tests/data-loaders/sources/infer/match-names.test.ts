import {expect, it} from "vitest";
import {matchName, splitName} from "../../../../data-loaders/sources/infer/match-names.ts";

it.each([
  ["SiparişNo", "siparis no"],
  ["Sipariş No", "siparis no"],
  ["sipariş_no", "siparis no"],
  ["SİPARİŞ-NO", "siparis no"],
  ["İl", "il"],
  ["IADE TARIHI", "iade tarihi"],
  ["E-posta", "e posta"],
  ["CustomerID", "customer id"],
  ["HTTPStatus2", "http status2"],
  ["%", ""],
])("%s is the words %s", (name, words) => {
  expect(splitName(name).join(" ")).toBe(words);
});

it.each<[string, string[], number]>([
  ["order_id", ["order id"], 1],
  ["ID of the order", ["order id"], 0],
  ["the order_id", ["order id"], 2 / 3],
  ["id order", ["order id"], 1],
  ["order", ["order id"], 0],
  ["shipping_limit_date", ["date"], 0],
  ["date", ["order date", "date"], 1],
  ["", ["date"], 0],
])("%s fits %s by %s", (name, phrases, score) => {
  expect(matchName(name, phrases)).toBeCloseTo(score);
});
