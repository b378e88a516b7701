/** What is counted as one basket: an order, or a customer with all orders. */
export type Basis = "customers" | "orders";

/** What a basket's things are, finest first. */
export type BasketLevel = "product" | "subcategory" | "category" | "department";

/** One row per rule. */
export interface BasketRuleRow {
  basis: Basis;
  level: BasketLevel;
  place: number;
  antecedent: string;
  second_antecedent: string | null;
  consequent: string;
  antecedent_name: string | null;
  second_antecedent_name: string | null;
  consequent_name: string | null;
  baskets: number;
  count: number;
  antecedent_count: number;
  consequent_count: number;
  support: number;
  confidence: number;
  lift: number;
  leverage: number;
  conviction: number | null;
  zhang: number;
  p_value: number;
  adjusted_p_value: number;
  is_redundant: boolean;
}

/** One row per thing that is bought after another. */
export interface BasketSequenceRow {
  level: BasketLevel;
  place: number;
  before: string;
  after: string;
  before_name: string | null;
  after_name: string | null;
  count: number;
  before_count: number;
  confidence: number;
  lift: number;
  median_gap_days: number;
  share_30_days: number;
  share_60_days: number;
  share_90_days: number;
}

/** One row per basis: how many baskets could show a rule. */
export interface BasketSizeRow {
  basis: Basis;
  baskets: number;
  of_several: number;
  repeat_buyers: number | null;
  products: number;
  min_count: number;
}
