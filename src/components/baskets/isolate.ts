const FIRST = "\u2068";
const LAST = "\u2069";
const marks = /[\u2068\u2069]/g;

/** A name that stays whole within a sentence: between the signs that Unicode has for text whose direction is not known. */
export function isolate(name: string): string {
  return FIRST + name.replace(marks, "") + LAST;
}

/** The text without these signs. */
export function joinNames(text: string): string {
  return text.replace(marks, "");
}

/** The text in pieces, names being every second one. */
export function splitNames(text: string): string[] {
  return text.split(marks);
}
