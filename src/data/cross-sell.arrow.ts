import {countOffers, defineTable, groupBy} from "../../data-loaders/published.ts";

interface RuleRow {
  level: string;
  item_no: number;
  item: string;
  name: string | null;
  antecedent_no: number;
  antecedent: string;
  antecedent_name: string | null;
  second_antecedent_no: number;
  second_antecedent: string | null;
  second_antecedent_name: string | null;
  confidence: number;
  lift: number;
}

/** Offers that are kept of each segment. */
const MOST_OFFERS = 20;

export default defineTable({
  grain:
    "One row per state of the newest snapshot and thing that some of its people do not buy yet though others who buy what they buy do: how many they are, what may be expected, and the rule that most of them meet. The twenty of each state that may be expected to be bought most; none has fewer people than the privacy limit.",
  key: ["segment", "item"],
  columns: [
    {name: "segment", type: "text", isNullable: false, about: "segment or pool state"},
    {name: "level", type: "text", isNullable: false, about: "subcategory, category or product"},
    {
      name: "item",
      type: "text",
      isNullable: false,
      about: "what to offer: product_id, or the category with those above it",
    },
    {name: "name", type: "text", isNullable: true, about: "name of the product; null for a category"},
    {
      name: "customers",
      type: "integer",
      isNullable: false,
      about: "people who bought what a rule says, but not this, within the look-back window",
    },
    {
      name: "confidence",
      type: "number",
      isNullable: false,
      about: "mean over these people: share of all who bought the same who bought this too, by the best rule of each",
    },
    {name: "expected_buyers", type: "number", isNullable: false, about: "customers × confidence"},
    {
      name: "antecedent",
      type: "text",
      isNullable: false,
      about: "what those bought whose best rule is the commonest one",
    },
    {name: "second_antecedent", type: "text", isNullable: true, about: "the second thing that they bought; null: none"},
    {name: "antecedent_name", type: "text", isNullable: true, about: "name of the product; null for a category"},
    {
      name: "second_antecedent_name",
      type: "text",
      isNullable: true,
      about: "name of the product; null for a category, and for none",
    },
    {name: "rule_confidence", type: "number", isNullable: false, about: "confidence of that rule"},
    {name: "rule_lift", type: "number", isNullable: false, about: "its lift"},
  ],
  inputs: ["offer_rules", "offer_purchases", "basket_items", "states"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, query, integers}) {
    const rules = await query<RuleRow>(
      `SELECT r.level, CAST(r.consequent_no AS INTEGER) AS item_no, i.item, i.name,
         CAST(r.antecedent_no AS INTEGER) AS antecedent_no, a.item AS antecedent, a.name AS antecedent_name,
         CAST(r.second_antecedent_no AS INTEGER) AS second_antecedent_no, b.item AS second_antecedent, b.name AS second_antecedent_name,
         r.confidence, r.lift
       FROM offer_rules r
       JOIN basket_items i ON i.level = r.level AND i.item_no = r.consequent_no
       JOIN basket_items a ON a.level = r.level AND a.item_no = r.antecedent_no
       LEFT JOIN basket_items b ON b.level = r.level AND b.item_no = r.second_antecedent_no
       ORDER BY r.rule_no`,
    );
    if (rules.length === 0) return [];
    const states = await query<{key: string}>("SELECT key FROM states ORDER BY position");
    const [customerOf, itemOf, groupOf] = await integers(
      `SELECT CAST(p.person_no AS INTEGER), CAST(p.item_no AS INTEGER), CAST(s.position - 1 AS INTEGER)
       FROM offer_purchases p JOIN states s ON s.key = p.segment ORDER BY p.person_no, p.item_no`,
    );
    const counts = countOffers(
      {customerOf: customerOf!, itemOf: itemOf!},
      groupOf!,
      rules.map((rule) => ({
        antecedent: rule.antecedent_no,
        secondAntecedent: rule.second_antecedent_no,
        consequent: rule.item_no,
      })),
    );
    return counts
      .flatMap((customers, i) => listOffers(states[i]!.key, customers, rules, config.privacy.minCustomers))
      .sort((a, b) => compare(a.segment, b.segment) || compare(a.item, b.item));
  },
});

/** The offers to a segment that reach enough people, from its customers by rule. */
function listOffers(segment: string, customersOf: Int32Array, rules: readonly RuleRow[], k: number) {
  const reaching = rules.flatMap((rule, i) => (customersOf[i]! > 0 ? [{...rule, customers: customersOf[i]!}] : []));
  return [...groupBy(reaching, ({item}) => item)]
    .map(([item, own]) => {
      const customers = own.reduce((sum, rule) => sum + rule.customers, 0);
      const expected = own.reduce((sum, rule) => sum + rule.customers * rule.confidence, 0);
      // Of equally common ones the first, whose confidence is the highest.
      const commonest = own.reduce((most, rule) => (rule.customers > most.customers ? rule : most), own[0]!);
      return {item, customers, expected, commonest};
    })
    .filter(({customers}) => customers >= k)
    .sort((a, b) => b.expected - a.expected || compare(a.item, b.item))
    .slice(0, MOST_OFFERS)
    .map(({item, customers, expected, commonest: rule}) => ({
      segment,
      level: rule.level,
      item,
      name: rule.name,
      customers,
      confidence: expected / customers,
      expected_buyers: expected,
      antecedent: rule.antecedent,
      second_antecedent: rule.second_antecedent,
      antecedent_name: rule.antecedent_name,
      second_antecedent_name: rule.second_antecedent_name,
      rule_confidence: rule.confidence,
      rule_lift: rule.lift,
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
