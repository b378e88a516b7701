import {firstDayOf, lastDayOf, listMonths, type Month, monthOf} from "./calendar.ts";
import type {Ledger} from "./ledger.ts";
import {type Money, sum} from "./money.ts";
import type {Slide} from "./movements.ts";
import type {Snapshot} from "./snapshots.ts";

/** What the shop sold in a month, guests included. */
export interface Sales {
  month: Month;
  net: Money;
  gross: Money;
  orders: number;
  customers: number;
  newCustomers: number;
}

export function addUpSales(ledger: Ledger): Sales[] {
  return listMonths(monthOf(ledger.firstDay), monthOf(ledger.asOf)).map((month) => {
    const isIn = ({day}: {day: number}) => day >= firstDayOf(month) && day <= lastDayOf(month);
    const entries = ledger.entries.filter(isIn);
    const orders = ledger.orders.filter(isIn);
    const customers = new Set(orders.flatMap((order) => order.customer ?? []));
    const earlier = new Set(
      ledger.orders.filter((order) => order.day < firstDayOf(month)).map((order) => order.customer),
    );
    return {
      month,
      net: sum(entries.map((entry) => entry.net)),
      gross: sum(entries.map((entry) => entry.gross)),
      orders: orders.length,
      customers: customers.size,
      newCustomers: [...customers].filter((customer) => !earlier.has(customer)).length,
    };
  });
}

/** The headline without the slides that only the scale made, and its usual figure: the mean of the 6 months before. */
export function usualSlides(snapshots: readonly Snapshot[], t: number, slides: readonly Slide[]): number | undefined {
  const before = snapshots.slice(Math.max(0, t - 6), t).filter((snapshot) => !snapshot.isWarmingUp);
  if (before.length < 6) return undefined;
  const months = new Set(before.map((snapshot) => snapshot.month));
  return slides.filter((slide) => months.has(slide.month) && slide.cause !== "thresholds").length / 6;
}
