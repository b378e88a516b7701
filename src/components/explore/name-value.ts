import type {ExploreWords} from "./explore-words.ts";

/** What an attribute's value is called: `other` and `unknown` in words, and whatever else the page knows. */
export function nameValue(value: string, {values}: Pick<ExploreWords, "values">): string {
  return Object.hasOwn(values, value) ? values[value]! : value.replaceAll(" > ", " › ");
}
