import {expect, test} from "vitest";
import {readTexts} from "../../../../../data-loaders/privacy/read-texts.ts";
import {renderSequences, type SequencesData} from "../../../../../src/components/baskets/sequences/render-sequences.ts";
import {parsePage} from "../../../framework.ts";
import {hostile} from "../../../hostile-names.ts";
import {parse, smallShop} from "../../../small-shop.ts";
import {sequenceRow, sizes} from "../basket-fixtures.ts";

const sequences = [
  sequenceRow("Kitchen > Machine", "Kitchen > Capsules", {place: 1}),
  sequenceRow("Kitchen > Machine", "Kitchen > Filter", {place: 2, lift: 1.7, count: 20, confidence: 0.2}),
  sequenceRow("P1", "P2", {level: "product", before_name: "Machine 3", after_name: "Capsules 10", lift: 4}),
];

function data(change: Partial<SequencesData> = {}): SequencesData {
  const {manifest, segments} = smallShop();
  return {manifest, segments, usage: [], sequences, sizes, ...change};
}

const render = (change: Partial<SequencesData> = {}, lang: "tr" | "en" = "en") =>
  parse(renderSequences(data(change), {lang}));

test.each(["tr", "en"] as const)("the %s page has a switch between levels and no script", async (lang) => {
  const source = renderSequences(data(), {lang});
  const {code, body} = await parsePage(source, `/${lang}/sequences`);
  const root = parse(body);
  expect(code).toEqual([]);
  expect(source).not.toMatch(/undefined|NaN|Infinity/);
  expect([...root.querySelectorAll<HTMLInputElement>('fieldset [type="radio"]')].map(({value}) => value)).toEqual([
    "product",
    "category",
  ]);
  expect(root.querySelector<HTMLInputElement>("[checked]")!.value).toBe("category");
  expect(root.querySelectorAll('.level[data-level="category"] .timing tbody tr').length).toBe(2);
  expect(root.querySelectorAll('.level[data-level="category"] .twin tbody tr').length).toBe(2);
});

test("says what is bought after what, how much more often, and when", () => {
  expect(render().querySelector("h1")!.textContent).toBe(
    "4 of 10 customers who bought “Machine” bought “Capsules” in a later order: 2.0 times what chance would bring; half of them within 46 days.",
  );
  expect(render({}, "tr").querySelector("h1")!.textContent).toBe(
    "“Machine” alan her 10 müşteriden 4’ü sonraki bir siparişte “Capsules” aldı: rastlantının 2,0 katı; yarısı 46 gün içinde.",
  );
});

test("a bar is cut at 30, 60 and 90 days; its text says the same", () => {
  const row = render().querySelector('.level[data-level="category"] .timing tbody tr')!;
  const widths = [...row.querySelectorAll(".bar > span")].map((part) => part.getAttribute("style"));
  expect(widths).toEqual(["width:25%", "width:35%", "width:20%"]);
  expect(row.querySelector(".value")!.textContent).toBe("25% · 60% · 80%");
  expect(row.querySelector(".detail")!.textContent).toBe("median 46 days");
});

test("a name stands in the page as the shop published it, so that no part of it looks like somebody's", async () => {
  const [before, after] = ["Defne İnce Tişört", "Defne İnce Bluz"];
  const rows = [sequenceRow("P1", "P2", {level: "product", before_name: before!, after_name: after!})];
  const source = renderSequences(data({sequences: rows}), {lang: "en"});
  const pieces = [...(await readTexts("page.html", Buffer.from(source)))].filter(({isProse}) => isProse);
  const holding = pieces.map(({text}) => text.trim()).filter((text) => text.includes("Defne"));
  expect(new Set(holding)).toEqual(new Set([before, after]));
});

test("names are text, whatever they hold", async () => {
  const rows = hostile.map((name, i) => sequenceRow(name, `${name} ${i}`, {place: i + 1}));
  const {code, body} = await parsePage(renderSequences(data({sequences: rows}), {lang: "en"}), "/en/sequences");
  const root = parse(body);
  expect(code).toEqual([]);
  expect(root.querySelectorAll("img, script, style, [onerror], [onmouseover]").length).toBe(0);
  expect(root.querySelector("h1")!.textContent).toContain(hostile[0]);
});

test("without a sequence it says why, and what to change", () => {
  const why = (change: object) => render({sequences: [], sizes: [{...sizes[0]!, ...change}]}).textContent!;
  expect(why({products: 1})).toContain("nothing else could be bought after it");
  expect(why({repeat_buyers: 7})).toContain("7 of 400 customers ordered more than once; a sequence must stand for 30.");
  expect(why({})).toContain("Nothing is bought after another thing by 30 customers or more");
  expect(why({})).toContain("baskets.minCount");
  expect(render({sequences: [], sizes: []}).textContent).toContain("names both a product and a customer");
  expect(render({sequences: []}).querySelector("fieldset")).toBeNull();
});
