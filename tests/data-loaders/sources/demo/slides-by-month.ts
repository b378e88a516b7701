import {daysBetween} from "./read-demo.ts";

const FIRST_MONTH = 2023 * 12 + 4;
const MONTHS = 42;

/**
 * Customers who are At Risk or Can't Lose at the end of a month, were not the month before, and were Champions at one of
 * the six month ends before; by month. A plain second implementation of the definitions, over days of orders.
 */
export function slidesByMonth(daysByCustomer: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const snapshots = Array.from({length: MONTHS}, (_, i) => snapshot(daysByCustomer, FIRST_MONTH + i));
  const slides = new Map<string, number>();
  for (let i = 7; i < MONTHS; i++) {
    let count = 0;
    for (const [customer, state] of snapshots[i]!) {
      if (state !== "slid" || snapshots[i - 1]!.get(customer) === "slid") continue;
      if (snapshots.slice(i - 6, i).some((earlier) => earlier.get(customer) === "champion")) count += 1;
    }
    slides.set(nameOf(FIRST_MONTH + i), count);
  }
  return slides;
}

function snapshot(daysByCustomer: ReadonlyMap<string, readonly string[]>, month: number): Map<string, string> {
  const end = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
  const begin = `${nameOf(month - 11)}-01`;
  const pool: {customer: string; quietDays: number; orders: number}[] = [];
  for (const [customer, days] of daysByCustomer) {
    const inWindow = days.filter((day) => day >= begin && day <= end);
    const last = inWindow[inWindow.length - 1];
    if (last !== undefined) pool.push({customer, quietDays: daysBetween(last, end), orders: inWindow.length});
  }
  const sorted = pool.map(({orders}) => orders).sort((a, b) => a - b);
  const score = new Map<number, number>();
  sorted.forEach((orders, smaller) => {
    if (!score.has(orders)) score.set(orders, 1 + Math.floor((5 * smaller) / sorted.length));
  });
  return new Map(
    pool.map(({customer, quietDays, orders}) => {
      const frequency = score.get(orders)!;
      if (quietDays <= 30 && frequency >= 4) return [customer, "champion"];
      return [customer, quietDays > 90 && frequency >= 3 ? "slid" : "other"];
    }),
  );
}

function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
