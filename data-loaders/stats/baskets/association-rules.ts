import {benjaminiHochberg} from "./benjamini-hochberg.ts";
import {fisherExact} from "./fisher-exact.ts";
import type {Itemsets} from "./frequent-itemsets.ts";
import {linkSubsets} from "./link-subsets.ts";
import {measureRule, type RuleCounts, type RuleMetrics} from "./rule-metrics.ts";

/** Who has the antecedent has the consequent too. */
export interface Rule extends RuleMetrics, Omit<RuleCounts, "basketCount"> {
  /** Item numbers, ascending, at least one. */
  antecedent: number[];
  /** One item's number. */
  consequent: number;
  /** One-sided, of Fisher's exact test: that the two sides meet so often by chance. */
  pValue: number;
  /** The same by Benjamini and Hochberg, over all rules that the itemsets allow, whatever their confidence and lift. */
  adjustedPValue: number;
  /** A part of the antecedent alone has the same or a higher confidence. */
  isRedundant: boolean;
}

interface Options {
  /** Smallest share of the antecedent's baskets that have the consequent; default 0. */
  minConfidence?: number;
  /** Smallest lift; default 0. */
  minLift?: number;
  /** Most items in an antecedent; default any number. */
  maxAntecedent?: number;
}

/**
 * The rules that frequent itemsets allow, with one item as the consequent, the highest lift first, then the highest count,
 * then the shorter antecedent, then by items.
 *
 * @param itemsets with every subset of each set, as `findFrequentItemsets` gives them
 * @throws RangeError where a set's subset is missing
 */
export function findAssociationRules(
  itemsets: Itemsets,
  {minConfidence = 0, minLift = 0, maxAntecedent = Number.POSITIVE_INFINITY}: Options = {},
): Rule[] {
  const {offsets, items, counts, basketCount} = itemsets;
  const without = linkSubsets(itemsets);
  const countOfItem = new Map<number, number>();
  // Of each rule, the highest confidence that a part of its antecedent has, as a fraction: whole numbers compare exactly.
  const bestCounts = new Int32Array(items.length);
  const bestBases = new Int32Array(items.length).fill(1);
  const rules: Rule[] = [];
  const pValues: number[] = [];
  const chosen: number[] = [];
  for (let set = 0; set < counts.length; set++) {
    const [begin, end] = [offsets[set]!, offsets[set + 1]!];
    const count = counts[set]!;
    if (end - begin === 1) countOfItem.set(items[begin]!, count);
    if (end - begin < 2 || end - begin - 1 > maxAntecedent) continue;
    for (let place = begin; place < end; place++) {
      const consequent = items[place]!;
      if (end - begin > 2) keepBest(place, begin, end);
      const antecedentCount = counts[without[place]!]!;
      const sides = {count, antecedentCount, consequentCount: countOfItem.get(consequent)!};
      pValues.push(fisherExact(count, antecedentCount, sides.consequentCount, basketCount));
      const metrics = measureRule({...sides, basketCount});
      if (metrics.confidence < minConfidence || metrics.lift < minLift) continue;
      chosen.push(pValues.length - 1);
      rules.push({
        antecedent: [...items.subarray(begin, end)].filter((item) => item !== consequent),
        consequent,
        ...sides,
        ...metrics,
        pValue: pValues.at(-1)!,
        adjustedPValue: 1,
        isRedundant: bestCounts[place]! * antecedentCount >= count * bestBases[place]!,
      });
    }
  }
  const adjusted = benjaminiHochberg(pValues);
  rules.forEach((rule, i) => {
    rule.adjustedPValue = adjusted[chosen[i]!]!;
  });
  return rules.sort(compareRules);

  /** Takes over what is known of each set that lacks one item of the antecedent. */
  function keepBest(place: number, begin: number, end: number): void {
    const keep = (count: number, base: number) => {
      if (count * bestBases[place]! <= bestCounts[place]! * base) return;
      bestCounts[place] = count;
      bestBases[place] = base;
    };
    for (let other = begin; other < end; other++) {
      if (other === place) continue;
      const part = without[other]!;
      const samePlace = offsets[part]! + place - begin - Number(place > other);
      keep(counts[part]!, counts[without[samePlace]!]!);
      keep(bestCounts[samePlace]!, bestBases[samePlace]!);
    }
  }
}

function compareRules(a: Rule, b: Rule): number {
  return (
    b.lift - a.lift ||
    b.count - a.count ||
    a.antecedent.length - b.antecedent.length ||
    a.antecedent.reduce((order, item, i) => order || item - b.antecedent[i]!, 0) ||
    a.consequent - b.consequent
  );
}
