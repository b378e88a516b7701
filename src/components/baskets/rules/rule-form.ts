import type {Basis, BasketLevel} from "../basket-rows.ts";
import {element} from "./dom-element.js";
import type {RuleFilter} from "./filter-rules.ts";

/** What the controls say, and where they begin. */
export interface RuleFormWords {
  /** The level to begin with. */
  level: BasketLevel;
  bases: [Basis, string][];
  levels: [BasketLevel, string][];
  sizes: {any: string; one: string; two: string};
  filters: string;
  basis: string;
  levelLabel: string;
  size: string;
  text: string;
  redundant: string;
}

export type RuleChoice = Omit<RuleFilter, "sortBy" | "isDescending">;

/** Controls that choose rules, and what they choose now. They begin with rules of one thing: the others mostly repeat them. */
export function createRuleForm(words: RuleFormWords): {form: HTMLElement; choose: () => RuleChoice} {
  const form = element("form", "rule-filters");
  form.setAttribute("aria-label", words.filters);
  const basis = addSelect(words.basis, words.bases);
  const level = addSelect(words.levelLabel, words.levels);
  level.value = words.level;
  const size = addSelect(words.size, [
    ["", words.sizes.any],
    ["1", words.sizes.one],
    ["2", words.sizes.two],
  ]);
  size.value = "1";
  const text = addInput(words.text, "search");
  const redundant = addInput(words.redundant, "checkbox");
  form.addEventListener("submit", (event) => event.preventDefault());
  const choose = (): RuleChoice => ({
    basis: basis.value as Basis,
    level: level.value as BasketLevel,
    size: size.value === "" ? null : (Number(size.value) as 1 | 2),
    text: text.value,
    withRedundant: redundant.checked,
  });
  return {form, choose};

  function addSelect(label: string, choices: readonly (readonly [string, string])[]): HTMLSelectElement {
    const select = document.createElement("select");
    for (const [value, name] of choices) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = name;
      select.append(option);
    }
    addLabel(label, select);
    return select;
  }

  function addInput(label: string, type: "search" | "checkbox"): HTMLInputElement {
    const input = document.createElement("input");
    input.type = type;
    addLabel(label, input);
    return input;
  }

  function addLabel(words: string, control: HTMLElement): void {
    const label = element("label");
    label.append(element("span", "", words), control);
    form.append(label);
  }
}
