import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {getFormat} from "../../../../src/components/format.ts";
import {identityChanges} from "../../../../src/components/identity/identity-changes.ts";
import type {IdentitySummaryRow} from "../../../../src/components/identity/identity-summary-row.ts";
import type {Language} from "../../../../src/components/language.ts";
import {getMessages} from "../../../../src/components/messages.ts";

type Count = readonly [IdentitySummaryRow["measure"], IdentitySummaryRow["kind"], number | null];

function draw(counts: readonly Count[], lang: Language = "en") {
  const context = {t: getMessages(lang, "TRY"), f: getFormat(lang, "TRY")};
  const summary = counts.map(([measure, kind, total]) => ({measure, kind, total}));
  const {document} = new JSDOM(String(identityChanges(summary, context))).window;
  const cells = (row: Element) => Array.from(row.querySelectorAll("th, td"), (cell) => cell.textContent).join(" ");
  return {
    titles: Array.from(document.querySelectorAll("h2"), (title) => title.textContent),
    rows: Array.from(document.querySelectorAll("tbody tr"), cells),
    text: document.body.textContent!,
  };
}

const links: readonly Count[] = [
  ["accounts", "all", 1200],
  ["persons", "all", 1100],
  ["linked", "email", 90],
  ["linked", "phone", 10],
  ["refused", "phone", 2],
];

test("what linked accounts, and who merged and split", () => {
  const {titles, rows} = draw([
    ...links,
    ["merged", "all", 3],
    ["split", "all", 1],
    ["alias", "all", 7],
    ["anchor", "all", 0],
  ]);
  expect(titles).toEqual(["1,200 accounts are 1,100 people", "3 people merged, 1 split"]);
  expect(rows).toEqual([
    "E-mail 90 0",
    "Phone 10 2",
    "People who turned out to be one with others 3",
    "People who turned out to be several 1",
    "New accounts of people known before 7",
    "People known by another account now 0",
  ]);
});

test("without a run before, changes are not assessed, which is not nobody", () => {
  const {titles, rows, text} = draw([...links, ["merged", "all", null], ["split", "all", null]], "tr");
  expect(titles).toEqual(["1.200 hesabın ardında 1.100 kişi var", "Birleşen ve ayrılan kişiler değerlendirilmedi"]);
  expect(rows).toHaveLength(2);
  expect(text).toContain("önceki bir çalıştırma bilinmiyor");
  expect(draw([...links, ["merged", "all", 0], ["split", "all", 0]]).titles[1]).toBe("Nobody merged or split");
});

test("a shop without identifiers has as many people as accounts", () => {
  const {titles, text} = draw([
    ["accounts", "all", 5],
    ["persons", "all", 5],
    ["merged", "all", null],
  ]);
  expect(titles[0]).toBe("Each of 5 accounts is one person");
  expect(text).toContain("every customer number is a person");
});
