/** Why a published figure is another one now; several where more than one could have done it. */
export const causes = ["definition_change", "merges", "returns", "late_data", "unexplained"] as const;
export type Cause = (typeof causes)[number];

/** What a run was made from, as far as it tells why figures change: hashes, no value. */
export interface Evidence {
  /** The hash of the definitions, and the version that the configuration gives them. */
  definitions: {hash: string; version: string};
  /** By month, of the orders placed, the returns dated, the people who became known, and whoever was in touch in it. */
  orders: Record<string, string>;
  returns: Record<string, string>;
  people: Record<string, string>;
  touches: Record<string, string>;
}

/** What a change of a figure could come from. */
export interface CauseFinder {
  /** Causes for a figure of a month (`2026-10`), or of no month, joined by `+`. */
  causeOf(month: string | null): string;
}

/**
 * Compares what two runs were made from.
 *
 * A figure of a month tells of what happened up to that month: returns, and anything else, that came since and is dated in
 * it or before explain it; so do people who were found to be one since; so does another definition, alone. Where nothing of
 * that is the case, nothing explains it: the program changed.
 *
 * @param hasMerges whether accounts known to the earlier run are one person now, or no longer
 */
export function findCauses(before: Evidence, after: Evidence, hasMerges: boolean): CauseFinder {
  const isOther = isRedefined(before.definitions, after.definitions);
  const returns = firstDifference(before.returns, after.returns);
  // Whoever is one person now became known, and was in touch, as two: that is the merge.
  const [people, touches] = hasMerges
    ? [NEVER, NEVER]
    : [firstDifference(before.people, after.people), firstDifference(before.touches, after.touches)];
  const late = [firstDifference(before.orders, after.orders), people, touches].sort()[0]!;
  return {
    causeOf(month) {
      if (isOther) return "definition_change";
      const until = month ?? "9";
      const found: Cause[] = [];
      if (hasMerges) found.push("merges");
      if (returns <= until) found.push("returns");
      if (late <= until) found.push("late_data");
      return found.join("+") || "unexplained";
    },
  };
}

/** Whether figures of two runs are different measures, whatever their names. */
export function isRedefined(before: Evidence["definitions"], after: Evidence["definitions"]): boolean {
  return before.hash !== after.hash || before.version !== after.version;
}

/** After all months. */
const NEVER = "~";

/** The first month that differs; one after all months where none does. */
function firstDifference(before: Record<string, string>, after: Record<string, string>): string {
  const months = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return months.find((month) => before[month] !== after[month]) ?? NEVER;
}
