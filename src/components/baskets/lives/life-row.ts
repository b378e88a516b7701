/** One row per product and category: how long it lasts, and for how many customers it falls due when; null: withheld or unknown. */
export interface ProductLifeRow {
  level: "product" | "subcategory" | "category";
  item: string;
  name: string | null;
  customers: number;
  repeaters: number | null;
  repeat_share: number | null;
  gaps: number | null;
  median_days: number | null;
  low_days: number | null;
  high_days: number | null;
  life_days: number | null;
  life_source: "observed" | "override" | null;
  on_time_share: number | null;
  long_overdue: number | null;
  overdue: number | null;
  due: number | null;
  next_30: number | null;
  next_60: number | null;
  next_90: number | null;
  later: number | null;
}
