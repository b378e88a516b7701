/** One row per number of days since an order. */
export interface ChurnCurveRow {
  /** 0: all orders; 1, 2, 3: which order of a customer; 4: the fourth and every later one. */
  order_no: number;
  days: number;
  next_orders: number;
  share_returned: number;
  gaps: number | null;
  silent: number | null;
  churn: number | null;
}
