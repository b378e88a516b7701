import {getFormat} from "../format.js";
import type {Language} from "../language.ts";
import {countSegments, type RecencyEdges} from "./count-segments.js";
import type {RecencyFrequencyRow} from "./threshold-rows.ts";

/** What the page hands to the controls: the counts, the edges in force, and every word. */
export interface FinderData {
  lang: Language;
  currency: string;
  rows: FinderRow[];
  /** Keys of the segments, which rows name by their place. */
  keys: string[];
  segments: {key: string; label: string; colour: string}[];
  edges: RecencyEdges;
  /** Days at which an edge can stand, rising. */
  steps: number[];
  words: {
    title: string;
    about: string;
    score: [string, string, string, string];
    days: string;
    reset: string;
    segment: string;
    now: string;
    trial: string;
    change: string;
  };
}

/** Most days, the segments with the scores 5 to 1 by their place among the keys, people. */
export type FinderRow = [number, number, number, number, number, number, number];

/** Puts controls for the edges of recency into a place, and the sizes of the segments that they give below them. */
export function thresholdFinder(place: HTMLElement, data: FinderData): void {
  const {words, steps, segments} = data;
  const f = getFormat(data.lang, data.currency);
  const rows = data.rows.map((row) => readRow(row, data.keys));
  const published = countSegments(rows, data.edges);
  const most = Math.max(...steps.map((_, i) => i));
  const start = data.edges.map((days) => steps.indexOf(days));

  const form = element("form", "finder");
  form.append(element("h3", "", words.title), element("p", "subtitle", words.about));
  const controls = data.edges.map((_, i) => {
    const label = element("label");
    const input = document.createElement("input");
    const output = element("output");
    Object.assign(input, {type: "range", min: "0", max: String(most), step: "1", value: String(start[i])});
    label.append(element("span", "", words.score[i]), output, input);
    form.append(label);
    input.addEventListener("input", () => {
      pushOthers(i);
      show();
    });
    return {input, output};
  });
  const reset = document.createElement("button");
  reset.type = "button";
  reset.textContent = words.reset;
  reset.addEventListener("click", () => {
    controls.forEach(({input}, i) => {
      input.value = String(start[i]);
    });
    show();
  });
  form.append(reset);

  const table = element("table", "data");
  const head = element("tr");
  for (const [i, word] of [words.segment, words.now, words.trial, words.change].entries())
    head.append(cell("th", word, i > 0 ? "number" : ""));
  head.append(cell("td", ""));
  const thead = element("thead");
  thead.append(head);
  const body = element("tbody");
  table.append(thead, body);
  const lines = segments.map(({key, label, colour}) => {
    const line = element("tr");
    const name = cell("th", "");
    name.setAttribute("scope", "row");
    const mark = element("i");
    mark.style.setProperty("--c", colour);
    const text = element("span", "segment");
    text.append(mark, label);
    name.append(text);
    const [then, change] = [cell("td", "", "number"), cell("td", "", "number")];
    const bar = element("span", "in-cell");
    const filled = element("span");
    filled.style.setProperty("--c", colour);
    bar.append(filled);
    const drawing = cell("td", "");
    drawing.append(bar);
    line.append(name, cell("td", f.integer(published.get(key) ?? 0), "number"), then, change, drawing);
    body.append(line);
    return {key, then, change, filled};
  });
  const frame = element("div", "scroll");
  frame.setAttribute("aria-live", "polite");
  frame.append(table);
  place.replaceChildren(form, frame);
  show();

  /** Edges rise: one that is moved takes those in its way along. */
  function pushOthers(moved: number): void {
    const at = controls.map(({input}) => Number(input.value));
    at[moved] = Math.min(Math.max(at[moved]!, moved), most - (at.length - 1 - moved));
    for (let i = moved + 1; i < at.length; i++) at[i] = Math.max(at[i]!, at[i - 1]! + 1);
    for (let i = moved - 1; i >= 0; i--) at[i] = Math.min(at[i]!, at[i + 1]! - 1);
    controls.forEach(({input}, i) => {
      input.value = String(at[i]);
    });
  }

  function show(): void {
    const edges = controls.map(({input}) => steps[Number(input.value)]!) as unknown as RecencyEdges;
    controls.forEach(({input, output}, i) => {
      output.textContent = words.days.replace("#", f.integer(edges[i]!));
      input.setAttribute("aria-valuetext", output.textContent);
    });
    const sizes = countSegments(rows, edges);
    const largest = Math.max(1, ...sizes.values());
    for (const {key, then, change, filled} of lines) {
      const customers = sizes.get(key) ?? 0;
      const difference = customers - (published.get(key) ?? 0);
      then.textContent = f.integer(customers);
      change.textContent = difference === 0 ? "–" : f.signed(difference);
      filled.style.width = `${Math.round((100 * customers) / largest)}%`;
    }
  }
}

function readRow([to_days, five, four, three, two, one, customers]: FinderRow, keys: string[]): RecencyFrequencyRow {
  return {
    to_days,
    segment_5: keys[five]!,
    segment_4: keys[four]!,
    segment_3: keys[three]!,
    segment_2: keys[two]!,
    segment_1: keys[one]!,
    customers,
  };
}

function element(name: string, className = "", text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function cell(name: "th" | "td", text: string, className = ""): HTMLElement {
  return element(name, className, text);
}
