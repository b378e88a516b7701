/** Who bought what: one entry for each customer and thing, by customer. */
export interface Bought {
  customerOf: Int32Array;
  /** Numbers from 0. */
  itemOf: Int32Array;
}

/** What is offered to whom: who bought the one or two antecedents, and not the consequent. Items as in `itemOf`. */
export interface OfferRule {
  antecedent: number;
  /** −1: none. */
  secondAntecedent: number;
  consequent: number;
}

/**
 * How many customers of each group each rule makes an offer to. An item is offered to a customer once: by the first of the
 * rules that do.
 *
 * @param bought things of the customers, by customer
 * @param groupOf group of each entry's customer, from 0
 * @param rules the best first
 * @returns for each group the customers by rule
 * @throws RangeError where a customer's entries are not together
 */
export function countOffers(
  {customerOf, itemOf}: Bought,
  groupOf: Int32Array,
  rules: readonly OfferRule[],
): Int32Array[] {
  const groups = groupOf.reduce((most, group) => Math.max(most, group), -1) + 1;
  const counts = Array.from({length: groups}, () => new Int32Array(rules.length));
  const items = [...rules.flatMap((rule) => [rule.antecedent, rule.secondAntecedent, rule.consequent])];
  const itemCount = items.reduce((most, item) => Math.max(most, item), -1) + 1;
  const first = Int32Array.from(rules, ({antecedent}) => antecedent);
  // A rule without a second antecedent has its first one twice.
  const second = Int32Array.from(rules, ({antecedent, secondAntecedent}) =>
    secondAntecedent < 0 ? antecedent : secondAntecedent,
  );
  const offered = Int32Array.from(rules, ({consequent}) => consequent);
  /** 1: bought, 2: offered. */
  const states = new Uint8Array(itemCount);
  for (let start = 0, end = 0; start < customerOf.length; start = end) {
    const customer = customerOf[start]!;
    if (start > 0 && customer <= customerOf[start - 1]!) throw new RangeError(`bought[${start}]: not by customer`);
    for (end = start; end < customerOf.length && customerOf[end] === customer; end++)
      if (itemOf[end]! < itemCount) states[itemOf[end]!] = 1;
    const own = counts[groupOf[start]!]!;
    for (let rule = 0; rule < first.length; rule++) {
      if (states[first[rule]!] !== 1 || states[second[rule]!] !== 1 || states[offered[rule]!] !== 0) continue;
      states[offered[rule]!] = 2;
      own[rule]!++;
    }
    states.fill(0);
  }
  return counts;
}
