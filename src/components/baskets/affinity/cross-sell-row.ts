/** One row per state and thing that some of its people do not buy yet though others who buy what they buy do. */
export interface CrossSellRow {
  segment: string;
  level: "product" | "subcategory" | "category";
  item: string;
  name: string | null;
  customers: number;
  confidence: number;
  expected_buyers: number;
  antecedent: string;
  second_antecedent: string | null;
  antecedent_name: string | null;
  second_antecedent_name: string | null;
  rule_confidence: number;
  rule_lift: number;
}
