import {escapeText} from "../escape.ts";
import {type Markup, raw} from "../markup.ts";

/** A file's text as it stands. Its line ends are written as references: a page source has no blank or indented line. */
export function codeListing(text: string): Markup {
  const lines = text.trimEnd().split("\n").map(escapeText);
  return raw(`<pre class="listing" tabindex="0"><code lang="en">${lines.join("&#10;")}</code></pre>`);
}
