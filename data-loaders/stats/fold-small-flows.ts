import {
  addUp,
  type Cell,
  type FoldedCell,
  foldSegments,
  foldSmallCells,
  foldValues,
  type Line,
  OTHER,
} from "./fold-small-cells.ts";
import {groupBy} from "./group-by.ts";

/** A count of customers by an attribute's value and by the states between which they moved, or in which they stayed. */
export interface Flow extends Cell {
  /** State before; `segment` is the one after. */
  from: string;
}

/** A published flow; without a segment it is the value's total over all of them. */
export type FoldedFlow = FoldedCell & {from: string};

/**
 * Makes flows by an attribute publishable, beside a cube that `foldSmallCells` made of the same people: no flow stands
 * for fewer than `k` customers, and no subtraction from what that cube, the totals of the states before or the counts by state
 * alone show uncovers such a group.
 *
 * Values are put together as in the cube. Each flow's small cells join `other`, and so do those whose value is not shown in
 * the state before or after. Where a value's total, or its total in a state before or after, less its published flows would
 * leave 1 to k − 1 people, its smallest flows join `other` too. Flows of fewer than `k` people are left out: how many they are
 * is published, and nothing else.
 *
 * @param flows one per dimension, value and pair of states, over one pair of snapshots
 * @param cube what is published of the same people by the state after; a dimension that is not in it is left out
 * @param k fewest customers in a cell
 */
export function foldSmallFlows(flows: readonly Flow[], cube: readonly FoldedCell[], k: number): FoldedFlow[] {
  const cubes = groupBy(cube, (cell) => cell.dimension);
  return [...groupBy(flows, (flow) => flow.dimension)]
    .filter(([dimension]) => cubes.has(dimension))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([dimension, own]) => foldDimension(own, listShown(cubes.get(dimension)!), k));
}

function foldDimension(flows: readonly Flow[], after: ReadonlySet<string>, k: number): FoldedFlow[] {
  const fromTotals = foldSmallCells(
    renameSegments(flows, (flow) => flow.from),
    k,
  ).filter((cell) => cell.segment !== null);
  const before = listShown(fromTotals);

  const {nameOf, endsOf} = nameFlows(flows);
  const all = addUp(foldValues(renameSegments(flows, nameOf), k)).map((cell) => {
    const {from, segment} = endsOf.get(cell.segment!)!;
    return {...cell, from: nameShown(cell.value, from), to: nameShown(cell.value, segment)};
  });
  const sizes = new Map<string | null, number>();
  for (const {segment, customers} of all) sizes.set(segment, (sizes.get(segment) ?? 0) + customers);
  const kept = all.filter((cell) => sizes.get(cell.segment)! >= k);
  const hidden = kept.filter((cell) => cell.value !== OTHER && !(before.has(cell.from) && after.has(cell.to)));
  const shown = foldSegments(kept, listLines(all, new Set(kept)), k, hidden);
  return [
    ...fromTotals.map((cell) => ({...cell, from: cell.segment!, segment: null})),
    ...shown.map(({dimension, value, segment: name, customers, orders, cents}) => {
      const {from, segment} = endsOf.get(name!)!;
      return {dimension, value, from, segment, customers, orders, cents};
    }),
  ].sort(byName);
}

/** A name for each pair of states, made once, and the pair by its name. */
function nameFlows(flows: readonly Flow[]) {
  const names = new Map<string, Map<string, string>>();
  const endsOf = new Map<string, Pick<Flow, "from" | "segment">>();
  const nameOf = ({from, segment}: Flow) => names.get(from)!.get(segment)!;
  for (const {from, segment} of flows) {
    const own = names.get(from) ?? new Map<string, string>();
    if (own.has(segment)) continue;
    const name = `${from}\n${segment}`;
    names.set(from, own.set(segment, name));
    endsOf.set(name, {from, segment});
  }
  return {nameOf, endsOf};
}

/** A flow by an attribute's value, with the names of the totals that it is part of. */
type NamedFlow = FoldedCell & {from: string; to: string};

/** A value's flows, and those of them that begin or end in one state: their sums are published. */
function listLines(cells: readonly NamedFlow[], kept: ReadonlySet<FoldedCell>): Line[] {
  const named = cells.filter((cell) => cell.value !== OTHER);
  const keys: ((cell: NamedFlow) => string)[] = [(cell) => cell.from, (cell) => cell.to, (cell) => cell.value];
  return keys.flatMap((keyOf) =>
    [...groupBy(named, keyOf).values()].map((own) => ({
      customers: own.reduce((sum, cell) => sum + cell.customers, 0),
      cells: own.filter((cell) => kept.has(cell)),
    })),
  );
}

function renameSegments(flows: readonly Flow[], segmentOf: (flow: Flow) => string): Cell[] {
  const cells = flows.map(({dimension, value, customers, orders, cents}, i) => ({
    dimension,
    value,
    segment: segmentOf(flows[i]!),
    customers,
    orders,
    cents,
  }));
  return addUp(cells) as Cell[];
}

function listShown(cells: readonly FoldedCell[]): Set<string> {
  return new Set(cells.map(({value, segment}) => nameShown(value, segment)));
}

function nameShown(value: string, segment: string | null): string {
  return `${segment}\n${value}`;
}

function byName(a: FoldedFlow, b: FoldedFlow): number {
  const compare = (x: string, y: string) => (x < y ? -1 : Number(x > y));
  return compare(a.value, b.value) || compare(a.from, b.from) || compare(a.segment ?? "", b.segment ?? "");
}
