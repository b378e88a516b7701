import {z} from "zod";
import type {Segment} from "./segment-map.ts";
import {isStateKey} from "./states.ts";

/** A move from one state to another within a month. */
export interface WatchedEdge {
  from: string;
  to: string;
}

/** Each further series that is tested is a further chance of a false alarm. */
const MOST = 10;

/** The moves that are tested for being unusual, beside the headline; absent: the usual ones between segments that there are. */
export const watchedEdgesSchema = z
  .array(z.strictObject({from: z.string(), to: z.string()}))
  .max(MOST, `expected at most ${MOST} moves: each one is a further chance of a false alarm`)
  .optional();

const usualEdges: readonly WatchedEdge[] = [
  {from: "champions", to: "loyal"},
  {from: "loyal", to: "at_risk"},
  {from: "at_risk", to: "champions"},
  {from: "new_customers", to: "potential_loyalists"},
  {from: "regulars", to: "escaping"},
  {from: "new_buyers", to: "regulars"},
  {from: "escaping", to: "regulars"},
];

/** The usual moves whose both ends are segments of a map. */
export function listUsualEdges(segments: readonly Segment[]): WatchedEdge[] {
  const keys = new Set(segments.map(({key}) => key));
  return usualEdges.filter(({from, to}) => keys.has(from) && keys.has(to));
}

/** What is wrong with a list of moves, each with its place in it. */
export function findEdgeProblems(
  edges: readonly WatchedEdge[],
  segments: readonly Segment[],
): {path: (string | number)[]; message: string}[] {
  return edges.flatMap((edge, i) => {
    const unknownEnds = (["from", "to"] as const).filter((end) => !isStateKey(edge[end], segments));
    if (unknownEnds.length)
      return unknownEnds.map((end) => ({
        path: [i, end],
        message: `no segment has the key ${JSON.stringify(edge[end])}`,
      }));
    if (edge.to === "unknown") return [{path: [i, "to"], message: "nobody can be unknown at a snapshot"}];
    if (edge.from === edge.to) return [{path: [i], message: `${edge.from} to itself is no move`}];
    const isRepeated = edges.slice(0, i).some(({from, to}) => from === edge.from && to === edge.to);
    return isRepeated ? [{path: [i], message: `${edge.from} to ${edge.to} is listed twice`}] : [];
  });
}
