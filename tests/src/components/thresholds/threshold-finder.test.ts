import {JSDOM} from "jsdom";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {type FinderData, thresholdFinder} from "../../../../src/components/thresholds/threshold-finder.ts";

const data: FinderData = {
  lang: "en",
  currency: "TRY",
  keys: ["good", "fair", "poor"],
  rows: [
    [10, 0, 0, 1, 1, 2, 4],
    [25, 0, 0, 1, 1, 2, 6],
    [40, 0, 0, 1, 1, 2, 8],
  ],
  segments: [
    {key: "good", label: "Good", colour: "#0F4C81"},
    {key: "fair", label: "Fair", colour: "#2F7FB8"},
    {key: "poor", label: "<Poor>", colour: "#9B2226"},
  ],
  edges: [5, 10, 15, 30],
  steps: [5, 10, 15, 20, 25, 30, 35, 40],
  words: {
    title: "Try",
    about: "Move",
    score: ["5", "4", "3", "2"],
    days: "# days",
    reset: "Back",
    segment: "Segment",
    now: "Now",
    trial: "Then",
    change: "Change",
  },
};

let place: HTMLElement;

beforeEach(() => {
  const {document, Event} = new JSDOM("<main></main>").window;
  vi.stubGlobal("document", document);
  vi.stubGlobal("Event", Event);
  place = document.querySelector("main")!;
  thresholdFinder(place, data);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const inputs = () => [...place.querySelectorAll("input")];
const table = () =>
  [...place.querySelectorAll("tbody tr")].map((row) => [...row.children].slice(0, 4).map((cell) => cell.textContent));
const days = () => [...place.querySelectorAll("output")].map((output) => output.textContent);

function move(i: number, step: number): void {
  const input = inputs()[i]!;
  input.value = String(step);
  input.dispatchEvent(new Event("input"));
}

test("begins at the edges in force", () => {
  expect(days()).toEqual(["5 days", "10 days", "15 days", "30 days"]);
  expect(table()).toEqual([
    ["Good", "4", "4", "–"],
    ["Fair", "6", "6", "–"],
    ["<Poor>", "8", "8", "–"],
  ]);
});

test("a moved edge counts the segments anew, takes others along, and goes back", () => {
  move(3, 7);
  expect(table().map((row) => row.slice(2))).toEqual([
    ["4", "–"],
    ["14", "+8"],
    ["0", "−8"],
  ]);
  move(1, 6);
  expect(days()).toEqual(
    ["5 days", "35 days", "40 days", "40 days"].map((text, i) => (i === 1 ? "30 days" : i === 2 ? "35 days" : text)),
  );
  expect(table().map((row) => row.slice(2))).toEqual([
    ["10", "+6"],
    ["8", "+2"],
    ["0", "−8"],
  ]);
  expect(inputs().map((input) => input.getAttribute("aria-valuetext"))).toEqual(days());
  place.querySelector("button")!.click();
  expect(days()).toEqual(["5 days", "10 days", "15 days", "30 days"]);
  expect(table().map((row) => row[3])).toEqual(["–", "–", "–"]);
});

test("the edges stay apart where they are pushed together", () => {
  move(0, 7);
  expect(days()).toEqual(["25 days", "30 days", "35 days", "40 days"]);
  move(3, 0);
  expect(days()).toEqual(["5 days", "10 days", "15 days", "20 days"]);
});
