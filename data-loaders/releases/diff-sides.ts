import {type Change, compareFigures} from "./compare-figures.ts";
import type {Side} from "./open-side.ts";
import type {Figures} from "./read-figures.ts";

/** Tables that tell of earlier runs and releases, which the two sides need not have had in common. */
const aboutRuns = new Set(["restatements", "quality-trend", "identity-summary"]);

/** A changed figure, and what explains it; null: nothing does. */
export type ExplainedChange = Change & {reason: string | null};

export interface Difference {
  /** Tables that only one side has. */
  added: string[];
  removed: string[];
  /** Tables of both sides that say something else, with their changes. */
  tables: {name: string; changes: ExplainedChange[]}[];
  /** Tables that say the same. */
  equal: number;
  /** Rows of months that only the later side has. */
  newMonths: string[];
  unexplained: number;
}

export interface DiffOptions {
  tolerance?: number;
  /** Tables and measures that are meant to change: `segment-sizes`, `segment-sizes.net_revenue_window`. */
  declared?: readonly string[];
}

/**
 * Compares everything that two sides publish. Rows of months that only the later side has, or that were not over on the
 * earlier one, are no changes.
 *
 * A change is explained where it is declared, where the configuration gives the definitions another version, or where the
 * sources delivered something else and the later side's restatements, if they compare with the earlier one, do not call it
 * unexplained. The same input, the same version: then nothing may change.
 */
export function diffSides(before: Side, after: Side, {tolerance, declared = []}: DiffOptions = {}): Difference {
  const published = new Set(
    before.manifest.isPartialMonth ? before.manifest.months.slice(0, -1) : before.manifest.months,
  );
  const names = (side: Side) => side.manifest.tables.map(({name}) => name).filter((name) => !aboutRuns.has(name));
  const explain = explainBy(before, after, declared);
  const difference: Difference = {
    added: names(after).filter((name) => !names(before).includes(name)),
    removed: names(before).filter((name) => !names(after).includes(name)),
    tables: [],
    equal: 0,
    newMonths: after.manifest.months.filter((month) => !before.manifest.months.includes(month)),
    unexplained: 0,
  };
  for (const name of names(after).filter((table) => names(before).includes(table))) {
    const changes = diffTable(before, after, name, {tolerance, published}).map((change) => ({
      ...change,
      reason: explain(change),
    }));
    if (changes.length) difference.tables.push({name, changes});
    else difference.equal++;
    difference.unexplained += changes.filter(({reason}) => reason === null).length;
  }
  // A table that is gone takes all its figures with it.
  for (const table of difference.removed) if (!declared.includes(table)) difference.unexplained++;
  return difference;
}

function diffTable(
  before: Side,
  after: Side,
  name: string,
  {tolerance, published}: {tolerance: number | undefined; published: ReadonlySet<string>},
): Change[] {
  const hash = (side: Side) => side.manifest.tables.find((table) => table.name === name)!.sha256;
  if (hash(before) === hash(after)) return [];
  const [old, now] = [before.figures(name), after.figures(name)];
  if (!old || !now || isAboutRelease(old) || isAboutRelease(now)) return [];
  if (now.key.length === 0) {
    // No row of one side is any of the other's.
    const change = {table: name, row: "", month: null, measure: "sha256"};
    return [{...change, before: hash(before), after: hash(after)}];
  }
  return compareFigures(old, now, {
    ...(tolerance === undefined ? {} : {tolerance}),
    isPublished: (month) => published.has(month),
  });
}

/** Whether causes of moves were held against an earlier release, which decides them (move-causes). */
function isAboutRelease({measures, rows}: Figures): boolean {
  const column = measures.indexOf("is_restated_assessed");
  return column >= 0 && [...rows.values()].some(({values}) => values[column] === true);
}

function explainBy(before: Side, after: Side, declared: readonly string[]): (change: Change) => string | null {
  const [old, now] = [before.manifest, after.manifest];
  const isRedefined = old.definitions.version !== now.definitions.version;
  const hasOtherInput = describeInputs(before) !== describeInputs(after);
  const recorded = readCauses(before, after);
  return ({table, row, month, measure}) => {
    if (declared.includes(table) || declared.includes(`${table}.${measure}`)) return "declared";
    if (isRedefined) return `definitions ${old.definitions.version} → ${now.definitions.version}`;
    if (old.definitions.hash !== now.definitions.hash) return null; // an undeclared change of definitions
    const cause = recorded?.get(JSON.stringify([table, row, month, measure]));
    if (cause) return cause === "unexplained" ? null : cause;
    return hasOtherInput ? "other input" : null;
  };
}

const describeInputs = ({manifest}: Side) => JSON.stringify(manifest.sources.map(({name, sha256}) => [name, sha256]));

/** The causes that the later side recorded, if it compared itself with the earlier one. */
function readCauses(before: Side, after: Side): Map<string, string> | undefined {
  const restatements = after.figures("restatements");
  if (!restatements) return undefined;
  const {key, measures, rows} = restatements;
  const causes = new Map<string, string>();
  for (const row of rows.values()) {
    const value = (column: string) =>
      key.includes(column) ? row.key[key.indexOf(column)] : row.values[measures.indexOf(column)];
    if (value("release") !== null || value("compared_with") !== before.label) continue;
    const place = [value("published_table"), value("row_key"), row.month, value("measure")];
    causes.set(JSON.stringify(place), String(value("cause")));
  }
  return causes;
}
