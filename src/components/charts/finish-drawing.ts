import {escapeSource} from "../escape.ts";
import {type Markup, raw} from "../markup.ts";
import {roundDecimals} from "./svg.ts";

/** What Plot drew, as markup: one picture with one name, without a style of its own, its geometry to two decimals. */
export function finishDrawing(svg: Element): Markup {
  svg.setAttribute("role", "img");
  svg.querySelector("style")?.remove();
  for (const mark of svg.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
  return raw(roundDecimals(escapeSource(svg.outerHTML)));
}
