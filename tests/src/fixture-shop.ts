import {addMonths} from "../../src/components/month.ts";
import {random} from "./random.ts";

/** What one invented customer looks like at the end of a month. */
export interface CustomerMonth {
  state: string;
  ordersWindow: number;
  revenueWindow: number;
  ordersMonth: number;
  revenueMonth: number;
}

export interface Shop {
  months: string[];
  /** Per month, per customer. */
  snapshots: CustomerMonth[][];
  firstOrderMonth: (number | null)[];
}

const grid = [
  ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
  ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
  ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
  ["promising", "potential_loyalists", "potential_loyalists", "loyal", "loyal"],
  ["new_customers", "potential_loyalists", "potential_loyalists", "champions", "champions"],
];

/** A small retailer: people register, buy at their own pace with a peak in November, and some stop for good. */
export function simulateShop({first = "2023-05", count = 42, customers = 6000, seed = 7} = {}): Shop {
  const next = random(seed);
  const months = Array.from({length: count}, (_, i) => addMonths(first, i));
  const snapshots: CustomerMonth[][] = months.map(() => []);
  const firstOrderMonth: (number | null)[] = [];
  for (let c = 0; c < customers; ++c) {
    const registered = Math.floor(next() * (count + 4)) - 4;
    const rate = 0.08 + 0.9 * next() ** 4;
    const leaves = registered + 3 + Math.floor(-Math.log(1 - next()) * 22);
    const basket = 250 * Math.exp(next() + next() - 1);
    const orders: {day: number; amount: number}[] = [];
    for (let m = 0; m < count; ++m) {
      const season = addMonths(first, m).endsWith("-11") ? 1.7 : addMonths(first, m).endsWith("-02") ? 0.75 : 1;
      const slump = m > count - 6 ? 0.85 : 1;
      let left = m >= Math.max(0, registered) && m < leaves ? rate * season * slump : 0;
      while (left > 0) {
        if (next() < Math.min(1, left))
          orders.push({day: m * 30 + Math.floor(next() * 30), amount: basket * (0.6 + 0.8 * next())});
        left -= 1;
      }
      snapshots[m]!.push(look(orders, m, registered));
    }
    firstOrderMonth.push(orders.length > 0 ? Math.floor(Math.min(...orders.map((o) => o.day)) / 30) : null);
  }
  return {months, snapshots, firstOrderMonth};
}

function look(orders: readonly {day: number; amount: number}[], m: number, registered: number): CustomerMonth {
  const end = (m + 1) * 30;
  const since = (from: number) => orders.filter((order) => order.day >= from && order.day < end);
  const window = since(end - 360);
  const month = since(end - 30);
  const sum = (list: readonly {amount: number}[]) => Math.round(list.reduce((total, order) => total + order.amount, 0));
  const figures = {
    ordersWindow: window.length,
    revenueWindow: sum(window),
    ordersMonth: month.length,
    revenueMonth: sum(month),
  };
  if (window.length === 0)
    return {...figures, state: orders.length > 0 ? "lapsed" : registered <= m ? "prospect" : "unknown"};
  const age = end - Math.max(...window.map((order) => order.day));
  const recency = age <= 30 ? 4 : age <= 60 ? 3 : age <= 90 ? 2 : age <= 180 ? 1 : 0;
  const frequency = [1, 2, 3, 5].filter((edge) => window.length > edge).length;
  return {...figures, state: grid[recency]![frequency]!};
}
