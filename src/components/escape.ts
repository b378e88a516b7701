const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
  $: "&#36;",
  "{": "&#123;",
  "}": "&#125;",
};

/**
 * Text that stays text in everything a page loader's output passes through: Framework's `${…}` placeholders, Markdown
 * (a blank line ends an HTML block, a backtick starts code) and HTML, in content and in quoted attributes.
 */
export function escapeText(value: unknown): string {
  return (
    String(value)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in names are what is removed here
      .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ")
      .replace(/[&<>"'`${}]/g, (c) => entities[c]!)
  );
}

/** Serialised markup of a library (Plot), made safe for a page source: no placeholder and no blank line survives. */
export function escapeSource(html: string): string {
  return html
    .replace(/\$(?=\{)/g, "&#36;")
    .replace(/`/g, "&#96;")
    .replace(/\s*\n\s*/g, " ");
}

/** A value as a JavaScript literal that can stand in a ```` ```js ```` block: no fence, tag or placeholder can begin in it. */
export function escapeScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>`$\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A string as a CSS string literal; everything but letters, digits, space and a few signs is written by code point. */
export function escapeCss(value: string): string {
  return `"${value.replace(/[^\p{L}\p{N} ·,.:()-]/gu, (c) => `\\${c.codePointAt(0)!.toString(16)} `)}"`;
}
