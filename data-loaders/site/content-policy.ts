import {createHash} from "node:crypto";
import {scanTags} from "./html-tags.ts";

/**
 * Returns the content security policy of a page: nothing from other hosts, and no script besides the site's files and
 * the inline ones that the page has now. Fails on scripts that no hash can allow.
 */
export function contentPolicy(html: string): string {
  const hashes = new Set<string>();
  let usesArquero = false;
  for (const tag of scanTags(html)) {
    const {name, text} = tag;
    if (name !== "script" && name !== "link" && !suspect.test(html.slice(tag.start, tag.end))) continue;
    const {attributes} = tag;
    for (const [attribute, value] of attributes) {
      if (attribute.startsWith("on")) throw new Error(`inline event handler: <${name} ${attribute}>`);
      if (/^\s*javascript:/i.test(value)) throw new Error(`script address: <${name} ${attribute}>`);
    }
    if (name === "script" && !attributes.has("src") && isExecuted(attributes.get("type"))) {
      if (text.includes("<!--")) throw new Error("inline script with <!--: where it ends is ambiguous");
      hashes.add(`'sha256-${sha256(text)}'`);
    }
    if (name === "link" && attributes.get("href")?.includes("/_npm/arquero@")) usesArquero = true;
  }
  const scripts = ["'self'", "'wasm-unsafe-eval'", ...hashes];
  // arquero compiles the expressions of its verbs: a page that asks for it on load gets the permission, no other does.
  if (usesArquero) scripts.push("'unsafe-eval'");
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    // DuckDB starts its worker from a blob, which inherits this policy; a worker file of its own would have none.
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    // Framework's 404 page has a base element, since it is served at any depth.
    `base-uri ${/<base\s/i.test(html) ? "'self'" : "'none'"}`,
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** What a tag with code in an attribute has in its source; of most others nothing needs to be parsed. */
const suspect = /[\s"'/]on|javascript|&/i;

const scriptTypes = new Set([
  "",
  "module",
  "text/javascript",
  "application/javascript",
  "importmap",
  "speculationrules",
]);

const isExecuted = (type = "") => scriptTypes.has(type.trim().toLowerCase());

// A browser hashes the text after normalising its line ends.
const sha256 = (text: string) => createHash("sha256").update(text.replace(/\r\n?/g, "\n")).digest("base64");
