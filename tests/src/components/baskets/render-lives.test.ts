import {expect, test} from "vitest";
import type {ProductLifeRow} from "../../../../src/components/baskets/lives/life-row.ts";
import {type LivesData, renderLives} from "../../../../src/components/baskets/lives/render-lives.ts";
import {parsePage} from "../../framework.ts";
import {hostile} from "../../hostile-names.ts";
import {parse, smallShop} from "../../small-shop.ts";

const life = (item: string, days: number | null, onTime: number | null, rest: Partial<ProductLifeRow> = {}) =>
  ({
    level: "category",
    item,
    name: null,
    customers: 1200,
    repeaters: 600,
    repeat_share: 0.5,
    gaps: 900,
    median_days: days,
    low_days: days && days - 2,
    high_days: days && days + 2,
    life_days: days,
    life_source: days === null ? null : "observed",
    on_time_share: onTime,
    long_overdue: days && 700,
    overdue: days && 100,
    due: days && 60,
    next_30: days && 340,
    next_60: days && 0,
    next_90: days && 0,
    later: days && 0,
    ...rest,
  }) satisfies ProductLifeRow;

const lives: ProductLifeRow[] = [
  life("Kozmetik > Parfüm", 92, 0.73, {next_30: 34, due: 15}),
  life("Hizmet > Sigorta", 368, 0.99, {next_30: null}),
  life("Kadın > Giyim", 53, 0.08),
  life("Erkek > Giyim", 39, 0.09),
  life("Ev > Mobilya", null, null),
  life("Ev > Kahve", 30, 0.1, {life_source: "override", median_days: 41}),
  life("P1", 20, 0.1, {level: "product", name: "Filtre Kahve"}),
];

function data(change: Partial<LivesData> = {}): LivesData {
  const {manifest, segments} = smallShop();
  return {manifest, segments, lives, usage: [], ...change};
}

const textOf = (source: string, selector: string) => parse(source).querySelector(selector)!.textContent!;

test.each(["tr", "en"] as const)("the %s page has its cards and no script", async (lang) => {
  const source = renderLives(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/lives`);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity|null/);
  expect(parse(body).querySelectorAll("h1").length).toBe(1);
  expect(parse(body).querySelectorAll(".card").length).toBe(2);
  expect(parse(body).querySelectorAll("details").length).toBe(2);
});

test("the answer comes first: what has a rhythm, the steadiest first", () => {
  expect(textOf(renderLives(data(), {lang: "en"}), "h1")).toBe(
    "Sigorta is bought again about every 368 days, Parfüm every 92 days and Kahve every 30 days.",
  );
  expect(textOf(renderLives(data(), {lang: "tr"}), "h1")).toBe(
    "Sigorta yaklaşık 368 günde bir, Parfüm 92 günde bir ve Kahve 30 günde bir yeniden alınıyor.",
  );
  expect(textOf(renderLives(data(), {lang: "en"}), ".deck")).toContain(
    "Parfüm: 15 customers are due now, 34 more within 30 days.",
  );
});

test("lives in their order, namesakes told apart, and the shop's own beside what is observed", () => {
  const rows = [...parse(renderLives(data(), {lang: "en"})).querySelectorAll(".life-table tbody tr")];
  const cells = rows.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent!.trim()));
  expect(cells).toEqual([
    ["Sigorta", "368 (366–370)", "99%"],
    ["Parfüm", "92 (90–94)", "73%"],
    ["Kahve", "30 set by the shop, observed 41", "10%"],
    ["Erkek › Giyim", "39 (37–41)", "9.0%"],
    ["Kadın › Giyim", "53 (51–55)", "8.0%"],
    ["Mobilya", "unknown", "–"],
  ]);
  expect(rows.filter((row) => row.classList.contains("subject")).length).toBe(3);
});

test("the calendar says who is due when, and withholds what is too few", () => {
  const rows = [...parse(renderLives(data(), {lang: "tr"})).querySelectorAll(".due-calendar tbody tr")];
  expect([...rows[0]!.children].map((cell) => cell.textContent)).toEqual([
    "Sigorta",
    "100",
    "60",
    "·",
    "",
    "",
    "",
    "700",
  ]);
  expect(rows.length).toBe(5); // what has no life falls due never
});

test("without a rhythm, without lives, and with products alone it says so", () => {
  const page = (rows: ProductLifeRow[]) => renderLives(data({lives: rows}), {lang: "en"});
  expect(textOf(page(lives.slice(2, 4)), "h1")).toBe(
    "No category is bought on a rhythm; Erkek › Giyim comes back soonest, after a median of 39 days.",
  );
  expect(textOf(page([]), "h1")).toBe("The data are too short yet to say how long anything lasts.");
  expect(textOf(page(lives.slice(6)), ".life-table tbody th")).toBe("Filtre Kahve");
  expect(textOf(page([life("Ev > Mobilya", null, null)]), ".due-calendar, .card + .card")).toContain("30 completed");
});

test("names of products stay text", async () => {
  const rows = hostile.map((name, i) => life(`P${i}`, 30, 0.1, {level: "product", name}));
  const {code, body} = await parsePage(renderLives(data({lives: rows}), {lang: "en"}), "/en/lives");
  expect(code).toEqual([]);
  expect(parse(body).querySelector("script, img, [onmouseover]")).toBeNull();
  expect(parse(body).querySelectorAll(".life-table tbody tr").length).toBe(hostile.length);
});
