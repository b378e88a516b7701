import {compareFigures} from "./compare-figures.ts";
import type {CauseFinder} from "./find-cause.ts";
import {type Figures, readFigures} from "./read-figures.ts";
import type {KeptRelease, Restatement} from "./release-state.ts";

/**
 * Tables whose months are not compared. Cells of a city or an age band are few people: what two releases give for them,
 * side by side, tells of one of them. Counts of delivered rows are no figures of customers. Causes of moves tell of the
 * release before, which was another one then; the moves themselves are compared.
 */
const left = new Set(["customer-cube", "flow-cube", "source-months", "restatements", "move-causes"]);

/** After another definition most figures are another measure: of these tables alone it is told what they were. */
const headline = new Set(["monthly-sales", "segment-sizes", "slide-trend", "pool", "life-cycle"]);

/** Whether a table's figures are kept to be compared: it tells of months. */
export const isCompared = ({name, key}: {name: string; key: readonly string[]}) =>
  key.includes("month") && !left.has(name);

/**
 * Lists the figures of months that an earlier release published and that are others now, and the earlier release's own list
 * before them.
 *
 * @param now tables as they are about to be published
 */
export function findRestatements(
  {state, table}: KeptRelease,
  now: readonly Figures[],
  {causeOf}: CauseFinder,
): Restatement[] {
  const published = new Set(state.months);
  const isPublished = (month: string) => published.has(month);
  const found: Restatement[] = [];
  for (const figures of now) {
    const shape = state.tables.find(({name}) => name === figures.table);
    if (!shape) continue; // published for the first time
    for (const change of compareFigures(readFigures(shape, table(shape.file)), figures, {isPublished})) {
      const cause = causeOf(change.month);
      const [before, after] = [toNumber(change.before), toNumber(change.after)];
      if (before === undefined || after === undefined || change.month === null) continue;
      if (cause === "definition_change" && !headline.has(figures.table)) continue;
      found.push({
        release_no: state.release_no + 1,
        release: null,
        compared_with: state.id,
        published_table: figures.table,
        month: `${change.month}-01`,
        row_key: change.row,
        measure: change.measure,
        old_value: before,
        new_value: after,
        cause,
      });
    }
  }
  return [...state.restatements, ...found.sort(byKey)];
}

/** A figure as a number; undefined for texts and the like. */
const toNumber = (figure: unknown) => (figure === null || typeof figure === "number" ? figure : undefined);

const order = ["published_table", "month", "row_key", "measure"] as const;

function byKey(a: Restatement, b: Restatement): number {
  const name = order.find((column) => a[column] !== b[column]);
  return name === undefined ? 0 : a[name] < b[name] ? -1 : 1;
}

/** How many restatements a release has, by cause. */
export function countCauses(restatements: readonly Restatement[], releaseNo: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const {release_no, cause} of restatements)
    if (release_no === releaseNo) counts[cause] = (counts[cause] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
