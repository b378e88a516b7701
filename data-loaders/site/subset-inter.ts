import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";

/** One file of the typeface, as a `@font-face` rule needs it. */
export interface FontSubset {
  /** The file of the package it comes from: "latin" or "latin-ext". */
  subset: string;
  bytes: Uint8Array;
  unicodeRange: string;
}

const latin1 = Array.from({length: 0xbf}, (_, i) => String.fromCodePoint(i < 0x5f ? i + 0x20 : i + 0x41)).join("");
const turkish = "ğĞşŞıİ₺";
const typographic = "–—“”‘’…→←↑↓−·×≥≤•▲▼√✓%";

/**
 * Cuts Inter variable down to the characters of the site, in regular to bold. The package ships no single file with
 * all of them, so there are two, told apart by their unicode range. What Inter's files lack (→ ← ≥ ≤ ▲ ▼ √ ✓) falls
 * back to the next family in the style sheet.
 */
export async function subsetInter(projectRoot: string): Promise<FontSubset[]> {
  const folder = join(projectRoot, "node_modules/@fontsource-variable/inter");
  const ranges = JSON.parse(await readFile(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
  const wanted = Array.from(new Set(latin1 + turkish + typographic));
  return Promise.all(
    ["latin", "latin-ext"].map(async (subset) => {
      const covers = parseRange(ranges[subset] ?? "");
      const characters = wanted.filter((c) => covers(c.codePointAt(0)!));
      const font = await readFile(join(folder, `files/inter-${subset}-wght-normal.woff2`));
      const bytes = await loadSubsetFont()(font, characters.join(""), {
        targetFormat: "woff2",
        keepFeatures: ["ccmp", "locl", "mark", "mkmk", "kern", "tnum"],
        variationAxes: {wght: {min: 400, max: 700}},
        noHinting: true,
      });
      return {subset, bytes, unicodeRange: formatRange(characters)};
    }),
  );
}

type SubsetFont = (font: Uint8Array, text: string, options: object) => Promise<Uint8Array>;

// Loaded when a font is cut: its WebAssembly takes longer to load than an up-to-date cache takes to check.
const loadSubsetFont = () => createRequire(import.meta.url)("subset-font") as SubsetFont;

function parseRange(range: string): (codePoint: number) => boolean {
  const intervals = range.split(",").map((part) => {
    const [low, high = low] = part.trim().slice(2).split("-");
    return [Number.parseInt(low!, 16), Number.parseInt(high!, 16)] as const;
  });
  return (codePoint) => intervals.some(([low, high]) => codePoint >= low && codePoint <= high);
}

function formatRange(characters: string[]): string {
  const points = characters.map((c) => c.codePointAt(0)!).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([low, high]) => `U+${hex(low)}${high > low ? `-${hex(high)}` : ""}`).join(",");
}

const hex = (codePoint: number) => codePoint.toString(16).toUpperCase();
