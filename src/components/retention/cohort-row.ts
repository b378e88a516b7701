// Months are Dates at midnight UTC on their first day.

/** What customers do that can begin a cohort, and that they can come back to. */
export type CohortEvent = "order" | "registration" | "visit" | "open";

/** One row per month of the first order and month since. */
export interface CohortRow {
  first_event: CohortEvent;
  then_event: CohortEvent;
  period: "month" | "quarter";
  cohort: Date;
  period_no: number;
  customers: number;
  customers_on: number;
  customers_on_or_after: number;
  events: number;
  net_revenue: number | null;
  net_revenue_per_customer: number | null;
  is_incomplete: boolean;
}
