import {groupBy} from "./group-by.ts";

/** Some people who are alike in every attribute. */
export interface Combination {
  /** A value of each attribute; those of the attribute that is given up first come first. */
  values: readonly string[];
  customers: number;
}

/** Values that may be told; null where one may not. */
type Told = readonly (string | null)[];

interface Group {
  values: Told;
  customers: number;
  members: number[];
}

/**
 * Under which values each combination may be told, so that at least `k` people share every combination that is told
 * (k-anonymity by local recoding; Sweeney 2002, "Achieving k-anonymity privacy protection using generalization and suppression").
 *
 * Attribute by attribute, among people who are alike in all the later ones: combinations of fewer than `k` lose the values
 * up to this one, and so do the next smallest until they are `k` together; where all of them are too few, the next attribute
 * goes too. So nobody is left out, unless the shop has no `k` customers.
 *
 * @param combinations each once
 * @param k fewest people who share a combination
 * @returns the values of each combination, in the order given, null in place of one that is not told; and null for a
 * combination that is too rare whatever is left out
 */
export function foldCombinations(combinations: readonly Combination[], k: number): (Told | null)[] {
  let groups: Group[] = combinations.map(({values, customers}, i) => ({values, customers, members: [i]}));
  const attributes = combinations[0]?.values.length ?? 0;
  for (let attribute = 0; attribute < attributes; attribute++) groups = foldAttribute(groups, attribute, k);
  const told: (Told | null)[] = combinations.map(() => null);
  for (const {values, customers, members} of groups)
    if (customers >= k) for (const member of members) told[member] = values;
  return told;
}

function foldAttribute(groups: readonly Group[], attribute: number, k: number): Group[] {
  const alike = groupBy(groups, ({values}) => JSON.stringify(values.slice(attribute + 1)));
  return [...alike.values()].flatMap((own) => {
    if (own.every(({customers}) => customers >= k)) return own;
    const values = own[0]!.values.map((value, i) => (i <= attribute ? null : value));
    const folded: Group = {values, customers: 0, members: []};
    const kept: Group[] = [];
    for (const group of own.sort(bySize)) {
      if (group.customers >= k && folded.customers >= k) kept.push(group);
      else {
        folded.customers += group.customers;
        folded.members.push(...group.members);
      }
    }
    return [folded, ...kept];
  });
}

/** By values where sizes are equal: the order of the input decides nothing. */
function bySize(a: Group, b: Group): number {
  return a.customers - b.customers || (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1);
}
