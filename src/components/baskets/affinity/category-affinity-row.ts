/** One row per state of the newest snapshot, level and category of products. */
export interface CategoryAffinityRow {
  segment: string;
  level: "subcategory" | "category" | "department";
  item: string;
  buyers: number;
  state_buyers: number;
  share: number;
  base_share: number;
  affinity: number;
}
