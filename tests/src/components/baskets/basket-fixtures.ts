import type {BasketRuleRow, BasketSequenceRow, BasketSizeRow} from "../../../../src/components/baskets/basket-rows.ts";

/** A rule among a thousand orders by its things, the last one what is bought too, and its counts. */
export function ruleRow(
  things: readonly string[],
  [count, antecedentCount, consequentCount]: [number, number, number],
  change: Partial<BasketRuleRow> = {},
): BasketRuleRow {
  const [antecedent, second] = things.slice(0, -1);
  const baskets = 1000;
  const confidence = count / antecedentCount;
  return {
    basis: "orders",
    level: "subcategory",
    place: 1,
    antecedent: antecedent!,
    second_antecedent: second ?? null,
    consequent: things.at(-1)!,
    antecedent_name: null,
    second_antecedent_name: null,
    consequent_name: null,
    baskets,
    count,
    antecedent_count: antecedentCount,
    consequent_count: consequentCount,
    support: count / baskets,
    confidence,
    lift: (confidence * baskets) / consequentCount,
    leverage: count / baskets - (antecedentCount / baskets) * (consequentCount / baskets),
    conviction: count === antecedentCount ? null : (1 - consequentCount / baskets) / (1 - confidence),
    zhang: 0.5,
    p_value: 0.001,
    adjusted_p_value: 0.01,
    is_redundant: false,
    ...change,
  };
}

/** Both directions of a pair. */
export function pairRows(a: string, b: string, [count, ofA, ofB]: [number, number, number], place = 1) {
  return [ruleRow([a, b], [count, ofA, ofB], {place}), ruleRow([b, a], [count, ofB, ofA], {place: place + 1})];
}

export function sequenceRow(before: string, after: string, change: Partial<BasketSequenceRow> = {}): BasketSequenceRow {
  return {
    level: "category",
    place: 1,
    before,
    after,
    before_name: null,
    after_name: null,
    count: 40,
    before_count: 100,
    confidence: 0.4,
    lift: 2,
    median_gap_days: 45.5,
    share_30_days: 0.25,
    share_60_days: 0.6,
    share_90_days: 0.8,
    ...change,
  };
}

export const sizes: BasketSizeRow[] = [
  {basis: "customers", baskets: 400, of_several: 300, repeat_buyers: 200, products: 12, min_count: 30},
  {basis: "orders", baskets: 1000, of_several: 500, repeat_buyers: null, products: 12, min_count: 30},
];
