import {type TurkishCase, withCase} from "../turkish.ts";

/** A, B veya C; with a case, each name carries it: At Risk’e veya Can't Lose’a. */
export function either(names: readonly string[], turkishCase?: TurkishCase): string {
  const inCase = turkishCase ? names.map((name) => withCase(name, turkishCase)) : names;
  return inCase.length < 2 ? (inCase[0] ?? "") : `${inCase.slice(0, -1).join(", ")} veya ${inCase.at(-1)}`;
}
