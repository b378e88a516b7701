import type {Language} from "../language.ts";

/** The words that the exploration page hands to its script. */
export interface ExploreWords {
  lang: Language;
  currency: string;
  measures: [string, string][];
  labels: Record<string, string>;
  /** Names of the states by their keys. */
  states: Record<string, string>;
  /** Names of attributes' values, where they have one: `other`, `unknown`, `female` … */
  values: Record<string, string>;
}

export type ExploreMeasure = "customers" | "orders" | "net_revenue";
