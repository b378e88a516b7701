import {type Markup, markup, raw} from "../markup.ts";
import {splitNames} from "./isolate.ts";

/**
 * Text with each isolated name in an element of its own. So a name is a piece of the page that equals the published one,
 * and the search for private data does not take two words of a product for somebody's first and last name.
 */
export function markNames(text: string, element: "bdi" | "tspan" = "bdi"): Markup {
  const [open, close] = [raw(`<${element}>`), raw(`</${element}>`)];
  return markup`${splitNames(text).map((piece, i) => (i % 2 ? [open, piece, close] : piece))}`;
}
