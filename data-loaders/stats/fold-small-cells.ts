import {groupBy} from "./group-by.ts";

/** A count of customers by an attribute's value and a segment, with what they bought. */
export interface Cell {
  dimension: string;
  value: string;
  segment: string;
  customers: number;
  orders: number;
  cents: number;
}

/** A published cell; without a segment it is the value's total over all segments. */
export type FoldedCell = Omit<Cell, "segment"> & {segment: string | null};

/** Cells of one attribute's value whose sum is published, or can be had from what is. */
export interface Line {
  customers: number;
  /** Those of them that may be published. */
  cells: readonly FoldedCell[];
}

export const OTHER = "other";
const UNKNOWN = "unknown";

/**
 * Makes a table of small groups publishable: no cell stands for fewer than `k` customers, and no subtraction of published
 * cells uncovers such a group.
 *
 * Values with fewer than `k` customers are put together as `other`; an `other` that is small itself takes in the next smallest
 * value. Within each segment the same happens to cells. Where a value's total less its published cells would leave 1 to k − 1
 * people, its smallest cells join `other` too, never one alone. Segments with fewer than `k` people are left out; while they
 * are too few together, so is the next smallest, because the totals of all values less the other segments would uncover them.
 *
 * @param cells one per dimension, value and segment, at one point in time
 * @param k fewest customers in a cell
 */
export function foldSmallCells(cells: readonly Cell[], k: number): FoldedCell[] {
  const dimensions = [...new Set(cells.map((cell) => cell.dimension))].sort();
  return dimensions.flatMap((dimension) => {
    const own = cells.filter((cell) => cell.dimension === dimension);
    return own.every((cell) => cell.value === UNKNOWN) ? [] : foldDimension(own, k);
  });
}

function foldDimension(cells: readonly Cell[], k: number): FoldedCell[] {
  const renamed = foldValues(cells, k);
  const byValue = addUp(renamed, {segment: null});
  if (byValue.some((total) => total.customers < k)) return [];
  const leftOut = new Set(chooseSmall(addUp(cells, {value: ""}), k).map((total) => total.segment));
  const kept = addUp(renamed).filter((cell) => !leftOut.has(cell.segment));
  const cellsOf = groupBy(kept, (cell) => cell.value);
  const lines = byValue
    .filter((total) => total.value !== OTHER)
    .map(({value, customers}) => ({customers, cells: cellsOf.get(value) ?? []}));
  return [...byValue, ...foldSegments(kept, lines, k)].sort(byName);
}

/** The cells, those of small values under the name `other`. */
export function foldValues(cells: readonly Cell[], k: number): Cell[] {
  const small = new Set(chooseSmall(addUp(cells, {segment: null}), k).map((total) => total.value));
  return cells.map((cell) => (small.has(cell.value) ? {...cell, value: OTHER} : cell));
}

/**
 * Within each segment, small cells join `other`; and so do the smallest cells of each line that would leave 1 to k − 1 people.
 *
 * @param hidden cells that join `other` whatever their size
 */
export function foldSegments(
  cells: readonly FoldedCell[],
  lines: readonly Line[],
  k: number,
  hidden: Iterable<FoldedCell> = [],
): FoldedCell[] {
  const folded = new Set(hidden);
  const bySegment = groupBy(
    cells.filter((cell) => cell.customers > 0),
    (cell) => cell.segment,
  );
  const foldSmallOf = (segment: string | null) => {
    const own = bySegment.get(segment) ?? [];
    const joined = own.filter((cell) => folded.has(cell));
    const rest = own.filter((cell) => !folded.has(cell));
    const other = joined.length ? [{...joined[0]!, value: OTHER, customers: countCustomers(joined)}] : [];
    for (const cell of chooseSmall([...rest, ...other], k)) if (cell !== other[0]) folded.add(cell);
    // An `other` of one value would be that value's cell under another name.
    const together = own.filter((cell) => folded.has(cell) || cell.value === OTHER);
    if (together.length !== 1 || together[0]!.value === OTHER) return;
    const next = rest.filter((cell) => !folded.has(cell)).sort(bySize)[0];
    if (next) folded.add(next);
  };
  for (const segment of bySegment.keys()) foldSmallOf(segment);
  for (const line of lines) {
    for (;;) {
      const shown = line.cells.filter((cell) => !folded.has(cell));
      const uncovered = line.customers - countCustomers(shown);
      if (uncovered <= 0 || uncovered >= k || shown.length === 0) break;
      const [smallest] = shown.sort(bySize);
      folded.add(smallest!);
      foldSmallOf(smallest!.segment);
    }
  }
  const shown = cells.filter((cell) => !folded.has(cell));
  const others = addUp([...folded], {value: OTHER});
  return addUp([...shown, ...others]).filter((cell) => cell.customers >= k);
}

/** The cells that must be put together: the small ones, and the next smallest while they are too few together. */
function chooseSmall(cells: readonly FoldedCell[], k: number): FoldedCell[] {
  const sorted = cells.filter((cell) => cell.customers > 0).sort(bySize);
  const chosen: FoldedCell[] = [];
  let sum = 0;
  for (const cell of sorted) {
    const isOther = cell.value === OTHER;
    if (cell.customers >= k && (sum === 0 || sum >= k) && !(isOther && chosen.length > 0)) continue;
    if (isOther && chosen.length === 0 && cell.customers >= k) continue;
    chosen.push(cell);
    sum += cell.customers;
  }
  return chosen;
}

/** One cell per dimension, value and segment, in their order, all of them under another value or segment where one is given. */
export function addUp(
  cells: readonly FoldedCell[],
  {value, segment}: {value?: string; segment?: string | null} = {},
): FoldedCell[] {
  const sums = new Map<string, Map<string, Map<string, FoldedCell>>>();
  for (const cell of cells) {
    const named = {value: value ?? cell.value, segment: segment === undefined ? cell.segment : segment};
    const own = within(within(sums, cell.dimension), named.value);
    const key = named.segment ?? "";
    const sum = own.get(key);
    if (sum) {
      sum.customers += cell.customers;
      sum.orders += cell.orders;
      sum.cents += cell.cents;
    } else own.set(key, {...cell, ...named});
  }
  return inOrder(sums).flatMap((byValue) => inOrder(byValue).flatMap(inOrder));
}

function within<T>(groups: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let own = groups.get(key);
  if (!own) {
    own = new Map();
    groups.set(key, own);
  }
  return own;
}

function inOrder<T>(groups: ReadonlyMap<string, T>): T[] {
  return [...groups.keys()].sort().map((key) => groups.get(key)!);
}

function countCustomers(cells: readonly FoldedCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.customers, 0);
}

function bySize(a: FoldedCell, b: FoldedCell): number {
  return a.customers - b.customers || byName(a, b);
}

function byName(a: FoldedCell, b: FoldedCell): number {
  return compare(a.dimension, b.dimension) || compare(a.value, b.value) || compare(a.segment ?? "", b.segment ?? "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
