import type {Difference, ExplainedChange} from "./diff-sides.ts";
import type {Figure} from "./read-figures.ts";

export interface DescribeOptions {
  before: string;
  after: string;
  /** Changes shown of each table; the others are counted. */
  most: number;
}

/** Prints a difference as plain text, a line a figure: unexplained ones first, marked by `!`. */
export function describeAsText(difference: Difference, {before, after, most}: DescribeOptions): string {
  const lines = [`${before} → ${after}: ${summarize(difference)}`, ...listNotes(difference)];
  for (const {name, changes} of difference.tables) {
    lines.push("", `${name}: ${count(changes.length, "figure")} changed`);
    const shown = unexplainedFirst(changes).slice(0, most);
    for (const change of shown) {
      const place = [change.month, change.row].filter(Boolean).join(", ");
      const mark = change.reason === null ? "!" : " ";
      const why = change.reason ?? "unexplained";
      lines.push(`${mark} ${place ? `${place}: ` : ""}${change.measure} ${values(change)}  (${why})`);
    }
    if (changes.length > shown.length) lines.push(`  … and ${changes.length - shown.length} more`);
  }
  return `${lines.join("\n")}\n`;
}

/** Prints a difference for a pull request. */
export function describeAsMarkdown(difference: Difference, {before, after, most}: DescribeOptions): string {
  const lines = [`### Figures: \`${cell(before)}\` → \`${cell(after)}\``, "", `**${summarize(difference)}**`, ""];
  lines.push(...listNotes(difference).map((note) => `- ${cell(note)}`));
  for (const {name, changes} of difference.tables) {
    const unexplained = changes.filter(({reason}) => reason === null).length;
    const title = `${name}: ${count(changes.length, "figure")} changed${unexplained ? `, ${unexplained} unexplained` : ""}`;
    lines.push("", `<details${unexplained ? " open" : ""}><summary>${cell(title)}</summary>`, "");
    lines.push("| month | row | measure | old | new | cause |", "|---|---|---|--:|--:|---|");
    const shown = unexplainedFirst(changes).slice(0, most);
    for (const {month, row, measure, before: old, after: now, reason} of shown) {
      const why = reason ?? "**unexplained**";
      lines.push(
        `| ${month ?? ""} | ${cell(row)} | ${cell(measure)} | ${cell(show(old))} | ${cell(show(now))} | ${why} |`,
      );
    }
    if (changes.length > shown.length) lines.push("", `… and ${changes.length - shown.length} more`);
    lines.push("", "</details>");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function summarize({tables, equal, unexplained}: Difference): string {
  const changed = tables.reduce((sum, {changes}) => sum + changes.length, 0);
  if (changed === 0 && unexplained === 0) return `no published figure changed, in ${count(equal, "table")}`;
  return `${count(changed, "figure")} changed in ${count(tables.length, "table")}, ${unexplained || "none"} of them unexplained; ${count(equal, "table")} unchanged`;
}

function listNotes({added, removed, newMonths}: Difference): string[] {
  return [
    ...(newMonths.length ? [`new months: ${newMonths.join(", ")}`] : []),
    ...(added.length ? [`new tables: ${added.join(", ")}`] : []),
    ...(removed.length ? [`tables that are gone: ${removed.join(", ")}`] : []),
  ];
}

const count = (number: number, noun: string) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

const unexplainedFirst = (changes: readonly ExplainedChange[]) => [
  ...changes.filter(({reason}) => reason === null),
  ...changes.filter(({reason}) => reason !== null),
];

function values({before, after}: ExplainedChange): string {
  const isNumeric = typeof before === "number" && typeof after === "number";
  const share = isNumeric && before !== 0 ? (after - before) / Math.abs(before) : undefined;
  const percent = share === undefined ? 0 : Number((share * 100).toFixed(2)); // what rounds to nothing is not told
  const change = percent === 0 ? "" : ` (${percent > 0 ? "+" : ""}${percent.toFixed(2)} %)`;
  return `${show(before)} → ${show(after)}${change}`;
}

function show(figure: Figure): string {
  if (figure === null) return "none";
  return typeof figure === "number" ? String(Number(figure.toPrecision(12))) : String(figure);
}

/** Text of data in a cell of a Markdown table, where it is text whatever it contains. */
const cell = (text: string) =>
  text
    .replace(/[\\`*[\]<>|&~#]|(?<!\w)_|_(?!\w)/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\s+/g, " ");
