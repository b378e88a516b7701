import type {SiteText} from "./site-text.ts";

/** Kinds of values that are looked up among the shop's own. */
export type CandidateKind = "number" | "phone" | "name";

const run = /[\p{L}\p{N}_#@][\p{L}\p{N}_\-.,:@/#+~=]*/gu;
const digitRun = /(?<![\w.,])(?:\+|00)?\(?\d(?:[ \u00a0()./-]{0,2}\d){8,14}(?![\w]|[.,]\d)/g;
const figure = /^\+?\d{1,3}(?:\.\d{3})+$/;
const word = /\p{L}[\p{L}'’-]*/gu;
const LONGEST_NUMBER = 100;
const MOST_WORDS_OF_A_NAME = 4;

/**
 * Yields what could be somebody's number, phone or name in a piece of the site. A number has six characters, letters and
 * digits among them, or in what people read five digits or more; shorter ones cannot be told from figures.
 *
 * @param nameStarts words that names begin with
 */
export function* listCandidates(
  {text, isProse}: SiteText,
  nameStarts: ReadonlySet<string>,
): Generator<[CandidateKind, string]> {
  if (/\d/.test(text)) {
    yield* listNumbers(text, isProse);
    if (isProse) yield* listPhones(text);
  }
  if (isProse && nameStarts.size) for (const name of listNames(text, nameStarts)) yield ["name", name];
}

function* listNumbers(text: string, isProse: boolean): Generator<[CandidateKind, string]> {
  const whole = text.trim();
  if (isProse && isNumber(whole, true)) yield ["number", whole];
  for (const found of text.match(run) ?? []) {
    if (!/\d/.test(found)) continue;
    const token = found.replace(/[.,:/=~+-]+$/, "");
    if (isNumber(token, isProse)) yield ["number", token];
    for (const part of token.split(/[:/#@=]/)) if (part !== token && isNumber(part, isProse)) yield ["number", part];
    if (isProse)
      for (const part of token.split(/[-_]/)) if (part !== token && /^\d{5,}$/.test(part)) yield ["number", part];
  }
}

function* listPhones(text: string): Generator<[CandidateKind, string]> {
  for (const [found] of text.matchAll(digitRun))
    if (!figure.test(found)) yield ["phone", found.replace(/\D/g, "").slice(-10)];
}

function isNumber(token: string, isProse: boolean): boolean {
  if (token.length > LONGEST_NUMBER || !/\d/.test(token)) return false;
  return /^\d+$/.test(token) ? isProse && token.length >= 5 : token.length >= 6 && /\p{L}/u.test(token);
}

function* listNames(text: string, starts: ReadonlySet<string>): Generator<string> {
  const words = foldCase(text).match(word) ?? [];
  for (let i = 0; i < words.length; i++) {
    let name = words[i]!;
    if (!starts.has(name)) continue;
    for (let j = i + 1; j < words.length && j < i + MOST_WORDS_OF_A_NAME; j++) {
      name += ` ${words[j]}`;
      yield name;
    }
  }
}

/** Text without case; the Turkish letters İ and ı count as the i that they become in other languages. */
const foldCase = (text: string) => text.toLowerCase().replaceAll("\u0307", "").replaceAll("ı", "i");
