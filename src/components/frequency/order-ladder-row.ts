/** One row per order that customers reach; `is_open`: with every later one. */
export interface OrderLadderRow {
  order_no: number;
  is_open: boolean;
  gaps: number;
  completed: number | null;
  conversion: number | null;
  median_days_completed: number | null;
  median_days: number | null;
  low_days: number | null;
  high_days: number | null;
}
