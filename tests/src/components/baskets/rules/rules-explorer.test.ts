import {JSDOM} from "jsdom";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import type {BasketRuleRow} from "../../../../../src/components/baskets/basket-rows.ts";
import {getExplorerWords} from "../../../../../src/components/baskets/rules/explorer-card.ts";
import {rulesExplorer} from "../../../../../src/components/baskets/rules/rules-explorer.ts";
import {getPageContext} from "../../../../../src/components/page-context.ts";
import {hostile} from "../../../hostile-names.ts";
import {smallShop} from "../../../small-shop.ts";
import {pairRows, ruleRow} from "../basket-fixtures.ts";

const rules = [
  ...pairRows("Phone", "Case", [40, 100, 80]),
  ...pairRows("Shirt", "Cuff-links", [45, 300, 50], 3),
  ruleRow(["Phone", "Shirt", "Case"], [30, 60, 80], {is_redundant: true}),
  ruleRow(["Phone", "Case"], [90, 100, 300], {basis: "customers"}),
];

let place: HTMLElement;
let change: (control: Element, value: string | boolean) => void;

beforeEach(() => {
  const {document, Event} = new JSDOM("<main>what was there</main>").window;
  vi.stubGlobal("document", document);
  place = document.querySelector("main")!;
  change = (control, value) => {
    Object.assign(control, typeof value === "boolean" ? {checked: value} : {value});
    control.dispatchEvent(new Event("input", {bubbles: true}));
  };
});
afterEach(() => vi.unstubAllGlobals());

const show = (rows: BasketRuleRow[] = rules) => {
  const {manifest, segments} = smallShop();
  rulesExplorer(place, rows, getExplorerWords(rows, getPageContext("en", manifest, segments)));
};
const names = () => [...place.querySelectorAll("tbody th")].map((cell) => cell.textContent);
const control = (label: string) =>
  [...place.querySelectorAll("label")].find((l) => l.textContent!.startsWith(label))!.querySelector("input,select")!;
const sorter = (name: string) => [...place.querySelectorAll("thead button")].find((b) => b.textContent === name)!;

test("controls take the place of what was there, and choose", () => {
  show();
  expect(place.textContent).not.toContain("what was there");
  expect(names()).toEqual(["Phone → Case"]);
  change(control("Counted over"), "orders");
  expect(names()).toEqual(["Case → Phone", "Phone → Case", "Cuff-links → Shirt", "Shirt → Cuff-links"]);
  expect(place.querySelector("output")!.textContent).toBe("4 of 5 rules");
  change(control("Name contains"), "CUFF");
  expect(names()).toEqual(["Cuff-links → Shirt", "Shirt → Cuff-links"]);
  change(control("Name contains"), "");
  change(control("Things bought"), "2");
  expect(names()).toEqual([]);
  expect(place.querySelector<HTMLElement>(".scroll")!.hidden).toBe(true);
  expect(place.querySelector<HTMLElement>(".scroll + p")!.hidden).toBe(false);
  change(control("Redundant ones too"), true);
  expect(names()).toEqual(["Phone + Shirt → Case"]);
});

test("a head sorts by its measure, and once more the other way round; p begins with the smallest", () => {
  show();
  change(control("Counted over"), "orders");
  const head = (name: string) => sorter(name).parentElement!.getAttribute("aria-sort");
  sorter("Confidence").dispatchEvent(new place.ownerDocument.defaultView!.Event("click"));
  expect(names()[0]).toBe("Cuff-links → Shirt");
  expect([head("Confidence"), head("Lift")]).toEqual(["descending", null]);
  sorter("Confidence").dispatchEvent(new place.ownerDocument.defaultView!.Event("click"));
  expect(names()[0]).toBe("Shirt → Cuff-links");
  sorter("p").dispatchEvent(new place.ownerDocument.defaultView!.Event("click"));
  expect(head("p")).toBe("ascending");
});

test("many rules are shown in part until all are asked for", () => {
  show(Array.from({length: 20}, (_, i) => ruleRow([`T${i}`, "U"], [40, 100, 80], {basis: "customers"})));
  expect(names()).toHaveLength(15);
  const more = place.querySelector<HTMLButtonElement>("button.more")!;
  more.click();
  expect(names()).toHaveLength(20);
  expect(more.hidden).toBe(true);
});

test("names are text, whatever they hold", () => {
  show(
    hostile.map((name) =>
      ruleRow(["a", "b"], [40, 100, 80], {level: "product", antecedent: name, consequent: `${name}!`}),
    ),
  );
  expect(names()).toEqual(expect.arrayContaining(hostile.map((name) => `${name} → ${name}!`)));
  expect(place.querySelectorAll("img, script, style, [onerror], [onmouseover]").length).toBe(0);
});
