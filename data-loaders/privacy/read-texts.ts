import {decodeHtml, scanTags} from "../site/html-tags.ts";
import {readRaw, type SiteText} from "./site-text.ts";

/** Pieces of markup that have been read: pages have most of theirs in common. */
export type SeenMarkup = Record<"tags" | "between" | "inside", Set<string>>;

export const nothingSeen = (): SeenMarkup => ({tags: new Set(), between: new Set(), inside: new Set()});

/**
 * Reads the pieces of a file that can hold somebody's data: all of it, most of it more than once.
 *
 * @param seen of a site's earlier files; what is in there is not read again
 */
export async function readTexts(path: string, bytes: Uint8Array, seen = nothingSeen()): Promise<Iterable<SiteText>> {
  if (/\.arrow$/.test(path)) return (await import("./read-arrow-texts.ts")).readArrowTexts(bytes);
  if (!isText(bytes)) return readRaw(bytes);
  const text = Buffer.from(bytes).toString("utf8");
  if (/\.(html?|svg|xml)$/.test(path)) return readMarkup(text, seen);
  if (/\.(json|map|geojson)$/.test(path)) return readJson(text);
  if (/\.(m?js|css)$/.test(path)) return readCode(text);
  return [{text, isProse: true}, ...text.split(/[\n\t,;|"]/).map((cell) => ({text: cell, isProse: true}))];
}

/** Attributes that hold nothing but measures and instructions for drawing. */
const drawing = new Set(
  "d points transform x y x1 x2 y1 y2 cx cy r rx ry dx dy width height viewbox fill stroke offset style class gradienttransform stroke-width stroke-dasharray font-size colspan rowspan".split(
    " ",
  ),
);

function* readMarkup(html: string, seen: SeenMarkup): Generator<SiteText> {
  let at = 0;
  for (const tag of scanTags(html)) {
    const before = html.slice(at, tag.start);
    if (before && isNew(before, seen.between)) yield* readBetween(before);
    const source = html.slice(tag.start, tag.end);
    if (source.length > 8 && isNew(source, seen.tags)) {
      yield {text: source, isProse: false};
      for (const [name, text] of tag.attributes) if (text) yield {text, isProse: !drawing.has(name)};
    }
    if (tag.text && isNew(tag.name + tag.text, seen.inside))
      yield* tag.name === "script" || tag.name === "style"
        ? readCode(tag.text)
        : [{text: decodeHtml(tag.text), isProse: true}];
    at = tag.end + tag.text.length;
  }
  yield* readBetween(html.slice(at));
}

function isNew(text: string, seen: Set<string>): boolean {
  const {size} = seen;
  return seen.add(text).size > size;
}

/** What stands between two start tags: text, end tags and comments. */
function* readBetween(html: string): Generator<SiteText> {
  for (const text of html.split(/<\/[^>]*>|<!--|-->|<!/))
    if (text.trim()) yield {text: decodeHtml(text), isProse: true};
}

function* readJson(text: string): Generator<SiteText> {
  yield {text, isProse: false};
  const found: string[] = [];
  try {
    JSON.parse(text, (key, value) => {
      found.push(key);
      if (typeof value === "string") found.push(value);
      return value;
    });
  } catch {
    yield* readCode(text);
    return;
  }
  for (const value of found) yield {text: value, isProse: true};
}

const literal = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;

function* readCode(code: string): Generator<SiteText> {
  yield {text: code, isProse: false};
  for (const [, double, single, template] of code.matchAll(literal)) {
    const text = double ?? single ?? template ?? "";
    if (text.length > 4) yield {text: readEscapes(text), isProse: true};
  }
}

function readEscapes(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, brace, four, two, other) =>
    other === undefined ? String.fromCodePoint(Number.parseInt(brace ?? four ?? two, 16)) : other,
  );
}

/** Whether bytes are text: no control characters in their beginning but blanks. */
function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).every((byte) => byte > 31 || byte === 9 || byte === 10 || byte === 13);
}
