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

const OTHER = "other";
const UNKNOWN = "unknown";

/**
 * Makes a table of small groups publishable: no cell stands for fewer than `k` customers, and no subtraction of published
 * cells uncovers such a group.
 *
 * Values with fewer than `k` customers are put together as `other`; an `other` that is small itself takes in the next smallest
 * value. Within each segment the same happens to cells. Where a value's total less its published cells would leave 1 to k − 1
 * people, its smallest cells join `other` too. Segments with fewer than `k` people are left out; while they are
 * too few together, so is the next smallest, because the totals of all values less the other segments would uncover them.
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
  const totals = addUp(cells.map((cell) => ({...cell, segment: null})));
  const small = new Set(chooseSmall(totals, k).map((total) => total.value));
  const renamed = cells.map((cell) => (small.has(cell.value) ? {...cell, value: OTHER} : cell));
  const byValue = addUp(renamed.map((cell) => ({...cell, segment: null})));
  if (byValue.some((total) => total.customers < k)) return [];
  const bySegment = addUp(cells.map((cell) => ({...cell, value: ""})));
  const leftOut = new Set(chooseSmall(bySegment, k).map((total) => total.segment));
  const kept = addUp(renamed).filter((cell) => !leftOut.has(cell.segment));
  return [...byValue, ...foldSegments(kept, byValue, k)].sort(byName);
}

function foldSegments(cells: readonly FoldedCell[], totals: readonly FoldedCell[], k: number): FoldedCell[] {
  const segments = [...new Set(cells.map((cell) => cell.segment))];
  const folded = new Set<FoldedCell>();
  const foldSmallOf = (segment: string | null) => {
    const own = cells.filter((cell) => cell.segment === segment);
    const kept = own.filter((cell) => !folded.has(cell));
    const other = addUp(own.filter((cell) => folded.has(cell)).map((cell) => ({...cell, value: OTHER})));
    for (const cell of chooseSmall([...kept, ...other], k)) if (!other.includes(cell)) folded.add(cell);
  };
  segments.forEach(foldSmallOf);
  for (const {value, customers} of totals.filter((total) => total.value !== OTHER)) {
    const own = cells.filter((cell) => cell.value === value).sort(bySize);
    const isUncovered = () => {
      const hidden = customers - own.filter((cell) => !folded.has(cell)).reduce((sum, cell) => sum + cell.customers, 0);
      return hidden > 0 && hidden < k;
    };
    while (isUncovered()) {
      const smallest = own.find((cell) => !folded.has(cell))!;
      folded.add(smallest);
      foldSmallOf(smallest.segment);
    }
  }
  const published = addUp(cells.map((cell) => (folded.has(cell) ? {...cell, value: OTHER} : cell)));
  return published.filter((cell) => cell.customers >= k);
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

function addUp(cells: readonly FoldedCell[]): FoldedCell[] {
  const sums = new Map<string, FoldedCell>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.dimension, cell.value, cell.segment]);
    const sum = sums.get(key);
    if (sum) {
      sum.customers += cell.customers;
      sum.orders += cell.orders;
      sum.cents += cell.cents;
    } else sums.set(key, {...cell});
  }
  return [...sums.values()];
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
