import {expect, test} from "vitest";
import {renderSegments} from "../../../../src/components/segments/render-segments.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";
import {segmentValues} from "../../value-fixtures.ts";

test.each(["tr", "en"] as const)("the %s page has a profile and a card per segment, and no script", async (lang) => {
  const source = renderSegments({...smallShop(), values: segmentValues}, {lang});
  const {code, body} = await parsePage(source);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN/);
  expect(root.querySelectorAll("h1").length).toBe(1);
  expect(root.querySelectorAll(".profile tbody tr").length).toBe(10);
  expect(root.querySelectorAll(".segment-card").length).toBe(10);
  const champions = root.querySelector(".profile tbody tr")!;
  expect(champions.lastElementChild!.textContent).toBe({tr: "₺1,2\u00a0M", en: "₺1.2M"}[lang]);
});

test("where no model says so, nothing is expected of segments", () => {
  const root = parse(renderSegments({...smallShop(), values: []}, {lang: "en"}));
  expect(root.querySelector(".profile thead")!.textContent).not.toContain("Next 12 months");
});
