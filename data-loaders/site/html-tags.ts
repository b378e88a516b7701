/** A start tag of an HTML document, with the raw text of a script, style, title or textarea. */
export interface Tag {
  name: string;
  /** All attributes by their names in lower case; `attribute` asks for one, which is mostly quicker. */
  readonly attributes: ReadonlyMap<string, string>;
  attribute(name: string): string | undefined;
  /** Where the tag starts and ends in the document. */
  start: number;
  end: number;
  text: string;
}

const rawText = new Set(["script", "style", "title", "textarea"]);
const startTag = /<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/iy;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Yields the start tags of an HTML document in order, skipping comments and what scripts and styles contain. */
export function* scanTags(html: string): Generator<Tag> {
  for (let i = html.indexOf("<"); i >= 0; i = html.indexOf("<", i)) {
    if (html.startsWith("<!--", i)) {
      const end = html.indexOf("-->", i + 4);
      i = end < 0 ? html.length : end + 3;
      continue;
    }
    startTag.lastIndex = i;
    const match = startTag.exec(html);
    if (!match) {
      i++;
      continue;
    }
    const name = match[1]!.toLowerCase();
    const end = startTag.lastIndex;
    const close = rawText.has(name) ? findClose(html, name, end) : end;
    yield new ScannedTag(name, match[2]!, i, end, close > end ? html.slice(end, close) : "");
    i = close;
  }
}

/** Parses its attributes when they are asked for: of most tags, nobody does. */
class ScannedTag implements Tag {
  private parsed: Map<string, string> | undefined;
  readonly name: string;
  private readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;

  constructor(name: string, source: string, start: number, end: number, text: string) {
    this.name = name;
    this.source = source;
    this.start = start;
    this.end = end;
    this.text = text;
  }

  get attributes(): Map<string, string> {
    this.parsed ??= parseAttributes(this.source);
    return this.parsed;
  }

  attribute(name: string): string | undefined {
    return this.source.toLowerCase().includes(name) ? this.attributes.get(name) : undefined;
  }
}

function findClose(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s/>]`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function parseAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of source.matchAll(attribute)) {
    attributes.set(name!.toLowerCase(), decodeHtml(double ?? single ?? bare ?? ""));
  }
  return attributes;
}

const entities: Record<string, string> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

/** Replaces character references by the characters. */
export function decodeHtml(value: string): string {
  return value.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** Escapes text for use in a double-quoted attribute or between tags. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;"})[c] ?? "&quot;");
}
