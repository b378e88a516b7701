import {getFormat} from "../../format.js";
import type {Language} from "../../language.ts";
import type {BasketRuleRow} from "../basket-rows.ts";
import {joinNames} from "../isolate.js";
import {element} from "./dom-element.js";
import {filterRules, type RuleMeasure} from "./filter-rules.js";
import {nameRuleItems} from "./name-rule-items.js";
import {createRuleForm, type RuleFormWords} from "./rule-form.js";

/** What the page hands over: every word. */
export interface ExplorerWords extends RuleFormWords {
  lang: Language;
  currency: string;
  /** `#` of `##` rules. */
  count: string;
  more: string;
  empty: string;
  sort: string;
  rule: string;
  measures: Record<RuleMeasure, string>;
}

/** Rows that are shown before somebody asks for all. */
const FIRST_ROWS = 15;

/**
 * Puts all rules, with controls that choose and sort them, into a place. Names come as data and are set as text.
 *
 * @param table the published rules, as an Arrow table or a list of rows
 */
export function rulesExplorer(
  place: HTMLElement,
  table: Iterable<BasketRuleRow | {toJSON(): unknown}>,
  words: ExplorerWords,
): void {
  const rules = Array.from(table, (row) => ("toJSON" in row ? row.toJSON() : row) as BasketRuleRow);
  const nameOf = nameRuleItems(rules);
  const f = getFormat(words.lang, words.currency);
  let sortBy: RuleMeasure = "lift";
  let isDescending = true;
  let isWhole = false;

  const {form, choose} = createRuleForm(words);
  form.addEventListener("input", () => {
    isWhole = false;
    show();
  });
  const count = element("output", "rule-count");
  const head = element("tr");
  head.append(headCell(words.rule));
  const sorters = (Object.keys(words.measures) as RuleMeasure[]).map((measure) => {
    const button = createButton(words.measures[measure], () => {
      // The best comes first: the smallest p, the largest of all others.
      isDescending = measure === sortBy ? !isDescending : measure !== "adjusted_p_value";
      sortBy = measure;
      show();
    });
    button.title = `${words.sort}: ${words.measures[measure]}`;
    const cell = headCell("", "number");
    cell.append(button);
    head.append(cell);
    return {measure, cell};
  });
  const thead = element("thead");
  thead.append(head);
  const body = element("tbody");
  const drawn = element("table", "data rules");
  drawn.append(thead, body);
  const frame = element("div", "scroll");
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", words.rule);
  frame.append(drawn);
  const empty = element("p", "", words.empty);
  const more = createButton(words.more, () => {
    isWhole = true;
    show();
    frame.focus();
  });
  more.className = "more";
  place.replaceChildren(form, count, frame, empty, more);
  show();

  function show(): void {
    const filter = {...choose(), sortBy, isDescending};
    const found = filterRules(rules, filter);
    const all = filterRules(rules, {...filter, size: null, text: "", withRedundant: true});
    body.replaceChildren(...found.slice(0, isWhole ? found.length : FIRST_ROWS).map(drawRow));
    count.textContent = words.count.replace("##", f.integer(all.length)).replace("#", f.integer(found.length));
    frame.hidden = found.length === 0;
    empty.hidden = found.length > 0;
    more.hidden = isWhole || found.length <= FIRST_ROWS;
    for (const {measure, cell} of sorters) {
      if (measure === sortBy) cell.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
  }

  function drawRow(rule: BasketRuleRow): HTMLElement {
    const line = element("tr");
    const items = [rule.antecedent, rule.second_antecedent].filter((item) => item !== null);
    const names = items.map((item) => nameOf(rule.level, item)).join(" + ");
    const name = element("th", "", joinNames(`${names} → ${nameOf(rule.level, rule.consequent)}`));
    name.setAttribute("scope", "row");
    line.append(name);
    for (const {measure} of sorters) line.append(element("td", "number", write(rule, measure)));
    return line;
  }

  function write(rule: BasketRuleRow, measure: RuleMeasure): string {
    const value = rule[measure];
    if (value === null) return "∞";
    switch (measure) {
      case "count":
        return f.integer(value);
      case "confidence":
        return f.percent(value);
      case "support":
        return f.decimal(1000 * value, 1);
      case "leverage":
        return f.decimal(1000 * value, 2);
      case "adjusted_p_value":
        return value < 0.005 ? `<${f.decimal(0.01, 2)}` : f.decimal(value, 2);
      default:
        return f.decimal(value, 2);
    }
  }
}

function createButton(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", press);
  return button;
}

function headCell(text: string, className = ""): HTMLElement {
  const cell = element("th", className, text);
  cell.setAttribute("scope", "col");
  return cell;
}
