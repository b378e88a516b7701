import {type GraphNode, SNAPSHOT_MONTHS} from "./graph.ts";
import {addMonths} from "./months.ts";
import type {Built} from "./run-context.ts";

/**
 * What a table's inputs are at present. For one month of a monthly table, an input that is fingerprinted by month counts
 * with the months that are read (`reads:`; default: all up to this one), so that a later month changes nothing.
 */
export function fingerprintInputs(
  built: ReadonlyMap<string, Built>,
  node: GraphNode,
  parameters: Readonly<Record<string, unknown>>,
  month?: string,
): unknown[] {
  return node.inputs
    .filter((input) => input !== SNAPSHOT_MONTHS)
    .map((input) => {
      const {fingerprint, months} = built.get(input)!;
      if (month === undefined || !months) return [input, fingerprint];
      const [from, to] = monthsToRead(node, input, parameters, month);
      return [input, Object.entries(months).filter(([key]) => key >= from && key <= to)];
    });
}

/** First and last month of an input that one month of a table reads; an empty text is the beginning. */
export function monthsToRead(
  node: GraphNode,
  input: string,
  parameters: Readonly<Record<string, unknown>>,
  month: string,
): [string, string] {
  const [back, last] = resolveReads(node, input, parameters);
  return [back === Number.NEGATIVE_INFINITY ? "" : addMonths(month, back), addMonths(month, last)];
}

/** How many months of an input one month of a table reads; 1 where it reads from the beginning, which is one pass. */
export function countMonthsRead(node: GraphNode, input: string, parameters: Readonly<Record<string, unknown>>): number {
  const [back, last] = resolveReads(node, input, parameters);
  return Number.isFinite(back) ? last - back + 1 : 1;
}

/** First and last month that are read, relative to the one that is made; −Infinity is the beginning. */
function resolveReads(node: GraphNode, input: string, parameters: Readonly<Record<string, unknown>>): [number, number] {
  const [first, last] = node.contract.reads[input] ?? [Number.NEGATIVE_INFINITY, 0];
  return [typeof first === "string" ? -Number(parameters[first.slice(2)]) : first, last];
}
