import {expect, test} from "vitest";
import {monthBars} from "../../../../src/components/charts/month-bars.ts";
import {getFormat} from "../../../../src/components/format.ts";
import {monthsUntil} from "../../../../src/components/month.ts";
import {document, parse} from "../../small-shop.ts";

const f = getFormat("en", "TRY");
const options = {
  document,
  f,
  width: 640,
  height: 272,
  label: "slides",
  formatValue: f.integer,
  referenceLabel: "Usual",
};
const bars = monthsUntil("2026-10", 24).map((month, i) => ({
  month,
  value: 60 + i,
  reference: i < 6 ? null : 57 + i,
  isHatched: i < 3,
}));

test("the last month in colour, the first ones hatched, ticks where there is a comparison", () => {
  const svg = parse(monthBars(bars, options).html).querySelector("svg")!;
  const fills = [...svg.querySelectorAll("rect")].map((rect) => rect.getAttribute("fill"));
  expect(fills.filter((fill) => fill === "var(--subject)")).toHaveLength(1);
  expect(fills.filter((fill) => fill === "url(#hatch)")).toHaveLength(3);
  expect(fills.at(-1)).toBe("var(--subject)");
  expect(svg.getAttribute("role")).toBe("img");
});

test("no id, style or long decimal, and the same bytes again", () => {
  const {html} = monthBars(bars, options);
  expect(html).not.toMatch(/<style|\sid=|\d\.\d{3,}/);
  expect(monthBars(structuredClone(bars), options).html).toBe(html);
});

test("the value and its comparison do not touch, however close", () => {
  for (const reference of [83, 83.5, 82, 10, 120]) {
    const svg = parse(monthBars([...bars.slice(0, -1), {...bars.at(-1)!, reference}], options).html);
    const at = (text: string) => {
      const label = [...svg.querySelectorAll("text")].filter((t) => t.textContent === text).at(-1)!;
      return Number(label.getAttribute("transform")!.match(/,(-?[\d.]+)\)/)![1]);
    };
    expect(Math.abs(at("83") - at(`Usual ${f.integer(reference)}`))).toBeGreaterThanOrEqual(21.9);
  }
});

test("all zero is no error", () => {
  expect(monthBars([{month: "2026-10", value: 0, reference: null, isHatched: false}], options).html).not.toContain(
    "NaN",
  );
});
