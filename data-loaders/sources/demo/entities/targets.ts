import {RandomStream} from "../../../stats/random/random-stream.ts";
import {monthIndex} from "../calendar.ts";
import {type Cell, lira} from "../csv-file.ts";
import type {Shop} from "../shop.ts";

const MONTHS = 42;
/** The quarter of the last month runs on for two more. */
const PLANNED = MONTHS + 2;

interface Figures {
  sold: number;
  kept: number;
  orders: number;
  newCustomers: number;
  secondOrders: number;
}

/** One row per month and metric. Targets lie some percent above or below what came; months to come follow last year's. */
export function* targets(shop: Shop): Generator<Cell[]> {
  const months = monthlyFigures(shop);
  for (let month = 0; month < PLANNED; month++) {
    const random = new RandomStream(shop.seed, "target", month);
    const ambition = 0.94 + 0.14 * random.uniform();
    const {sold, kept, orders, newCustomers, secondOrders} = months[month < MONTHS ? month : month - 12]!;
    const growth = month < MONTHS ? 1 : months[MONTHS - 1]!.kept / months[MONTHS - 13]!.kept;
    const date = `${2023 + Math.floor((month + 4) / 12)}-${String(((month + 4) % 12) + 1).padStart(2, "0")}-01`;
    const revenue = Math.round((kept * ambition * growth) / 1_000_000) * 1_000_000;
    yield [date, "net_revenue", lira(Math.max(revenue, 1_000_000))];
    yield [date, "orders", `${Math.round(orders * ambition)}.00`];
    yield [date, "new_customers", `${Math.round(newCustomers * ambition)}.00`];
    yield [date, "second_orders", `${Math.round(secondOrders * ambition)}.00`];
    yield [date, "aov", lira(Math.round(((sold / Math.max(1, orders)) * growth) / 1000) * 1000)];
    yield [date, "return_rate", "0.06"];
  }
}

function monthlyFigures(shop: Shop): Figures[] {
  const months = Array.from({length: MONTHS}, () => ({sold: 0, kept: 0, orders: 0, newCustomers: 0, secondOrders: 0}));
  for (const order of shop.orders) {
    const figures = months[monthIndex(order.day)]!;
    figures.orders += 1;
    for (const {amount, discount, cancellation, giveback} of order.lines) {
      if (cancellation !== null) continue;
      figures.sold += amount - discount;
      figures.kept += amount - discount - (giveback?.amount ?? 0);
    }
  }
  for (const person of shop.buyers) {
    const [first, second] = shop.ordersOf(person);
    months[monthIndex(first!.day)]!.newCustomers += 1;
    if (second !== undefined) months[monthIndex(second.day)]!.secondOrders += 1;
  }
  return months;
}
