import {expect, test} from "vitest";
import type {CategoryAffinityRow} from "../../../../src/components/baskets/affinity/category-affinity-row.ts";
import type {SegmentProfileRow} from "../../../../src/components/profile/profile-rows.ts";
import {renderProfile} from "../../../../src/components/profile/render-profile.ts";
import {parsePage} from "../../framework.ts";
import {hostile} from "../../hostile-names.ts";
import {parse, smallShop} from "../../small-shop.ts";

function profileData() {
  const {manifest, segments, sizes, cube, usage} = structuredClone(smallShop());
  const row = (
    segment: string | null,
    dimension: SegmentProfileRow["dimension"],
    value: string,
    customers: number,
    units: number | null = null,
  ): SegmentProfileRow => ({segment, dimension, value, customers, orders: customers * 2, units});
  const profile = [
    row(null, "total", "all", 100, 500),
    row(null, "time", "2 18", 50),
    row(null, "time", "6 09", 50),
    row(null, "payment", "credit_card", 50),
    row(null, "payment", "cash", 50),
    row("champions", "total", "all", 40, 240),
    row("champions", "time", "2 18", 30),
    row("champions", "time", "other", 10),
    row("champions", "payment", "credit_card", 40),
  ];
  const affinity: CategoryAffinityRow[] = [
    {
      segment: "champions",
      level: "category",
      item: "Ev > Masa",
      buyers: 20,
      state_buyers: 40,
      share: 0.5,
      base_share: 0.25,
      affinity: 2,
    },
  ];
  return {manifest, segments, sizes, cube, usage, profile, affinity};
}

test.each(["tr", "en"] as const)("the %s page has a card of seven answers per segment, and no script", async (lang) => {
  const source = renderProfile(profileData(), {lang});
  const {code, body} = await parsePage(source);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  const cards = root.querySelectorAll(".profile-card");
  expect(cards.length).toBeGreaterThan(4);
  for (const card of cards) expect(card.querySelectorAll(".answer").length).toBe(7);
  for (const link of root.querySelectorAll(".jumps a"))
    expect(root.querySelector(`[id="${link.getAttribute("href")!.slice(1)}"]`)).not.toBeNull();
});

test("answers in figures beside everybody’s", () => {
  const card = parse(renderProfile(profileData(), {lang: "en"})).querySelector("#champions")!;
  const text = card.textContent!.replace(/\s+/g, " ");
  expect(text).toContain("Stands out by: credit card 100% (all 50%)");
  expect(text).toContain("Ev > Masa50%25%");
  expect(text).toContain("Most often Tuesday 18–21 (75%)");
  expect(text).toContain("Units per order3.0 all 2.5");
  expect(card.querySelectorAll(".heat tbody td:not(.few)").length).toBe(1);
});

test("days without hours make one column", () => {
  const data = profileData();
  for (const row of data.profile) if (row.dimension === "time") row.value = row.value.replace(/^(\d) .*/, "$1 00");
  const card = parse(renderProfile(data, {lang: "en"})).querySelector("#champions")!;
  expect(card.querySelectorAll(".heat thead th").length).toBe(1);
  expect(card.textContent).toContain("Most often Tuesday (");
});

test("what the shop does not deliver is explained once", () => {
  const root = parse(renderProfile(profileData(), {lang: "en"}));
  expect(root.querySelectorAll(".missing-source").length).toBe(1);
  expect(root.querySelector(".missing-source")!.textContent).toContain("payment methods");
});

test.each(hostile)("%j as a name is only text", async (name) => {
  const data = profileData();
  for (const row of data.segments) row.label_en = name;
  for (const row of data.cube) row.value = name;
  for (const row of data.affinity) row.item = name;
  for (const row of data.profile) if (row.dimension === "payment") row.value = name;
  const {code, body} = await parsePage(renderProfile(data, {lang: "en"}));
  expect(code).toEqual([]);
  expect(parse(body).querySelectorAll("script, img").length).toBe(0);
});
