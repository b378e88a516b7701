import {describe, expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import type {ShopConfigInput} from "../../../data-loaders/config/shop-schema.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";

const define = (rest: Partial<ShopConfigInput> = {}) =>
  defineConfig({name: "Test", sources: {order_lines: csv({path: "x.csv"})}, ...rest});

describe("the moves that are watched", () => {
  test("are the usual ones between segments of the map", () => {
    expect(define().watchedEdges).toEqual([
      {from: "champions", to: "loyal"},
      {from: "loyal", to: "at_risk"},
      {from: "at_risk", to: "champions"},
      {from: "new_customers", to: "potential_loyalists"},
    ]);
    expect(define({segments: "four-groups"}).watchedEdges).toEqual([
      {from: "regulars", to: "escaping"},
      {from: "new_buyers", to: "regulars"},
      {from: "escaping", to: "regulars"},
    ]);
  });

  test("or those that are named; none is possible, and so is a pool state", () => {
    const watchedEdges = [
      {from: "unknown", to: "new_customers"},
      {from: "hibernating", to: "lapsed"},
    ];
    expect(define({watchedEdges}).watchedEdges).toEqual(watchedEdges);
    expect(define({watchedEdges: []}).watchedEdges).toEqual([]);
  });

  test.each([
    [
      "a segment that is not there",
      [{from: "loyal", to: "regulars"}],
      /watchedEdges.*no segment has the key "regulars"/s,
    ],
    ["somebody who becomes unknown", [{from: "loyal", to: "unknown"}], /nobody can be unknown at a snapshot/],
    ["who stays", [{from: "loyal", to: "loyal"}], /loyal to itself is no move/],
    ["the same twice", Array(2).fill({from: "loyal", to: "at_risk"}), /loyal to at_risk is listed twice/],
    ["more than ten", Array(11).fill({from: "loyal", to: "at_risk"}), /at most 10 moves/],
  ])("are refused for %s", (_, watchedEdges, message) => {
    expect(() => define({watchedEdges})).toThrow(message);
  });
});
