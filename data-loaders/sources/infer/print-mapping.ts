import {basename, relative, sep} from "node:path";
import type {SourceProposal} from "./propose-mapping.ts";

/** A proposal, what reading the file by it came to, and whether that was without rejected rows. */
export interface CheckedProposal extends SourceProposal {
  /** One line, or several. */
  outcome: string[];
}

export interface Printed {
  /** The file, as the configuration names it. */
  path: string;
  proposals: readonly CheckedProposal[];
  /** What the file is, a line each. */
  about: readonly string[];
  /** Columns that no field takes, and what they look like. */
  unmapped: readonly string[];
  /** Where the configuration is to stand, and where the program is: its imports lead from one to the other. */
  folder: string;
  projectRoot: string;
}

/** The proposal as TypeScript: a whole configuration where there are order lines, else sources to add to one. */
export function printMapping({path, proposals, about, unmapped, folder, projectRoot}: Printed): string {
  const isWhole = proposals.some(({entity}) => entity === "order_lines");
  const kind = proposals[0]!.source.kind;
  const place = relative(folder, projectRoot).split(sep).join("/");
  const from = (file: string) =>
    JSON.stringify(`${place.startsWith(".") ? place : `./${place}`}/data-loaders/${file}`.replace(".//", "./"));
  const sources = proposals.flatMap((proposal) => indent(printSource(proposal), isWhole ? 2 : 1));
  return [
    `// Proposed once from ${basename(path)} by \`npm run data -- --infer\`: what it says is a guess until you have read it.`,
    ...about.map((line) => `// ${line}`),
    ...(isWhole ? [`import {defineConfig} from ${from("config/define-config.ts")};`] : []),
    `import {${kind}} from ${from(`sources/${kind}.ts`)};`,
    "",
    ...(isWhole
      ? ["export default defineConfig({", '  name: "My shop",', "  sources: {", ...sources, "  },", "});"]
      : [
          "// No order lines are in this file: add these to the sources of a configuration that has some.",
          "export const sources = {",
          ...sources,
          "};",
        ]),
    ...(unmapped.length ? ["", "// Left out, since no field of these entities is called so:"] : []),
    ...unmapped.map((line) => `//   ${line}`),
    "",
  ].join("\n");
}

function printSource({entity, source, outcome, columnNotes, fieldNotes}: SourceProposal & CheckedProposal): string[] {
  const {kind, ...options} = source;
  const order = [
    "path",
    "lines",
    "delimiter",
    "quote",
    "encoding",
    "decimalSeparator",
    "dateFormat",
    "timestampFormat",
  ];
  const given = Object.entries(options) as [string, string | Record<string, string>][];
  given.sort(([a], [b]) => rank(order, a) - rank(order, b));
  const lines = given.flatMap(([name, value]) => {
    if (typeof value !== "object") return [`  ${name}: ${typeof value === "string" ? printText(value) : value},`];
    const notes = name === "columns" ? columnNotes : name === "map" ? fieldNotes : {};
    const entries = Object.entries(value).map(
      ([key, text]) => `    ${printKey(key)}: ${printText(text)},${notes[key] ? ` // ${notes[key]}` : ""}`,
    );
    return [`  ${name}: {`, ...entries, "  },"];
  });
  const declared = "columns" in source ? source.columns : {};
  const converted = Object.entries(columnNotes).filter(([name]) => !(name in (declared ?? {})));
  return [
    ...outcome.map((line) => `// ${line}`),
    ...converted.map(([name, note]) => `// ${JSON.stringify(name)}: ${note}`),
    `${entity}: ${kind}({`,
    ...lines,
    "}),",
  ];
}

/** A text as TypeScript, with as few escapes as may be. */
function printText(text: string): string {
  if (!text.includes('"') || /[\\\p{Cc}]/u.test(text)) return JSON.stringify(text);
  if (!text.includes("'")) return `'${text}'`;
  return /`|\$\{/.test(text) ? JSON.stringify(text) : `\`${text}\``;
}

const rank = (order: readonly string[], name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
const printKey = (key: string) => (/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key));
const indent = (lines: readonly string[], levels: number) => lines.map((line) => `${"  ".repeat(levels)}${line}`);
