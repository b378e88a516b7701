import type {FlowLink, FlowNode} from "./flow-layout.ts";
import type {Direction, Move} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

/** Sizes at both ends, by state. */
export interface FlowColumn {
  before: ReadonlyMap<string, number>;
  after: ReadonlyMap<string, number>;
}

export interface DirectedLink extends FlowLink {
  direction: Direction;
}

export interface FlowColumns {
  left: FlowNode[];
  right: FlowNode[];
  links: DirectedLink[];
}

export const gone = "gone";
export const notYet = "not_yet";

/**
 * The two columns: segments at their size, and outside the pool only those who came in or left, so that the many who
 * never bought do not flatten the rest.
 */
export function flowColumns(moves: readonly Move[], {before, after}: FlowColumn, {names}: ReportContext): FlowColumns {
  const end = (key: string) => (names.isSegment(key) ? key : key === "lapsed" || key === "outside" ? gone : notYet);
  const links = new Map<string, DirectedLink>();
  for (const move of moves) {
    if (move.customers === 0 || move.direction === "outside") continue;
    const from = end(move.from);
    const to = end(move.to);
    const key = `${from} ${to}`;
    const link = links.get(key);
    if (link) link.value += move.customers;
    else links.set(key, {from, to, value: move.customers, direction: move.direction});
  }
  const list = [...links.values()];
  const column = (side: "from" | "to", sizes: ReadonlyMap<string, number>): FlowNode[] => [
    ...names.segments.map(({key}) => ({key, value: sizes.get(key) ?? 0})),
    ...[gone, notYet]
      .map((key) => ({
        key,
        value: list.filter((link) => link[side] === key).reduce((sum, link) => sum + link.value, 0),
      }))
      .filter((node) => node.value > 0),
  ];
  return {left: column("from", before), right: column("to", after), links: list};
}
