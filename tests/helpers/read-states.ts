import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";

/** A customer at a snapshot, as the pipeline stores it. */
export interface State {
  month: string;
  customer: string;
  segment: string;
  days: number | null;
  orders: number;
  /** Exact, such as `12.5000`. */
  net: string;
  r: number | null;
  f: number | null;
  m: number | null;
  ordersInMonth: number;
  netInMonth: string;
}

/** Every customer at every snapshot, or at that of one month, `2025-01`. */
export function readStates(warehouse: Warehouse, month?: string): Promise<State[]> {
  return warehouse.query<State>(
    `SELECT strftime(s.month, '%Y-%m') AS month, p.customer_id AS customer, s.segment, CAST(s.days_since_last_order AS INTEGER) AS days,
       CAST(s.order_count AS INTEGER) AS orders, CAST(s.net_revenue AS VARCHAR) AS net, CAST(s.r_score AS INTEGER) AS r, CAST(s.f_score AS INTEGER) AS f, CAST(s.m_score AS INTEGER) AS m,
       CAST(s.order_count_month AS INTEGER) AS "ordersInMonth", CAST(s.net_revenue_month AS VARCHAR) AS "netInMonth"
     FROM rfm_snapshots s JOIN persons p ON p.person_no = s.person_no
     ${month ? `WHERE s.month = DATE '${month}-01'` : ""}
     ORDER BY s.month, p.customer_id`,
  );
}

/** One field of everybody, by customer. */
export async function readField<K extends keyof State>(
  warehouse: Warehouse,
  month: string,
  field: K,
): Promise<Record<string, State[K]>> {
  return Object.fromEntries((await readStates(warehouse, month)).map((state) => [state.customer, state[field]]));
}

/** One customer's segment at every snapshot where there is one. */
export async function readPath(warehouse: Warehouse, customer: string): Promise<string[]> {
  return (await readStates(warehouse))
    .filter((state) => state.customer === customer)
    .map((state) => `${state.month} ${state.segment}`);
}
