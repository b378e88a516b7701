import {expect, test} from "vitest";
import {sparkline} from "../../../../src/components/charts/sparkline.ts";
import {parse} from "../../small-shop.ts";

const points = (values: number[], tentative: number[] = []) =>
  values.map((value, i) => ({value, isTentative: tentative.includes(i)}));
const paths = (html: string) =>
  [...parse(html).querySelectorAll("path")].map((p) => [p.getAttribute("class"), p.getAttribute("d")]);

test("a line from corner to corner", () => {
  expect(paths(sparkline(points([1, 3, 2]), {label: "x"}).html)).toEqual([[null, "M0,100L50,0L100,50"]]);
});

test("an area stands on zero", () => {
  expect(paths(sparkline(points([5, 10]), {label: "x", area: true}).html)[0]).toEqual([
    "area",
    "M0,50L100,0L100,100L0,100Z",
  ]);
});

test("tentative months at either end are drawn apart", () => {
  const kinds = paths(sparkline(points([1, 2, 3, 4], [0, 3]), {label: "x"}).html).map(([kind]) => kind);
  expect(kinds).toEqual(["tentative", null, "tentative"]);
});

test("nothing, one point and equal points are no error", () => {
  expect(sparkline([], {label: "x"}).html).toBe("");
  expect(sparkline(points([4]), {label: "x"}).html).not.toContain("NaN");
  expect(sparkline(points([4, 4]), {label: "x"}).html).not.toContain("NaN");
});
