/** Account → anchor of the person that it belongs to. */
export type Anchors = ReadonlyMap<string, string>;

/** What became of people between two runs; anchors and accounts sorted. */
export interface AnchorChanges {
  /** People of now who were several: their anchor, and the anchors of those that they were. */
  merged: {anchor: string; from: string[]}[];
  /** People who are several now: their old anchor, and the anchors of those that they have become. */
  split: {anchor: string; into: string[]}[];
  /** Accounts that were not there before. */
  new: string[];
  /** Accounts that are no longer there. */
  gone: string[];
}

/**
 * Splits and merges between two runs. Only accounts that both know can tell: an account that is new or gone changes
 * nobody, and a person whose anchor alone has changed is neither split nor merged.
 */
export function compareAnchors(before: Anchors, after: Anchors): AnchorChanges {
  const common = [...before.keys()].filter((account) => after.has(account));
  const origins = group(common, after, before);
  const outcomes = group(common, before, after);
  return {
    merged: origins.filter(({others}) => others.length > 1).map(({anchor, others}) => ({anchor, from: others})),
    split: outcomes.filter(({others}) => others.length > 1).map(({anchor, others}) => ({anchor, into: others})),
    new: [...after.keys()].filter((account) => !before.has(account)).sort(),
    gone: [...before.keys()].filter((account) => !after.has(account)).sort(),
  };
}

/** Anchors of one run, each with the anchors that its accounts have in the other. */
function group(accounts: readonly string[], own: Anchors, other: Anchors): {anchor: string; others: string[]}[] {
  const found = new Map<string, Set<string>>();
  for (const account of accounts) {
    const anchor = own.get(account)!;
    found.set(anchor, (found.get(anchor) ?? new Set()).add(other.get(account)!));
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([anchor, others]) => ({anchor, others: [...others].sort()}));
}
