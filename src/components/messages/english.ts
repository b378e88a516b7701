import type {Format} from "../format.ts";

/** A count with its noun: 1 customer, 2 customers. */
export function counted(f: Format, n: number, one: string, many = `${one}s`): string {
  return `${f.integer(n)} ${n === 1 ? one : many}`;
}

/** A, B or C. */
export function either(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** second, third … tenth, then 11th. */
export function ordinal(n: number): string {
  const words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return words[n - 1] ?? `${n}${ending}`;
}
