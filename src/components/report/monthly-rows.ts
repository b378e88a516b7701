// Months are Dates at midnight UTC on their first day.

/** One row per month. */
export interface MonthlySalesRow {
  month: Date;
  net_revenue: number;
  gross_revenue: number;
  orders: number;
  customers: number;
  new_customers: number;
}

/** One row per month, state of the life cycle and state a month before (null: all of them). */
export interface LifeCycleRow {
  month: Date;
  state: string;
  from_state: string | null;
  customers: number;
  orders: number | null;
  net_revenue: number | null;
}
