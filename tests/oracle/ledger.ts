import {type Day, parseDay} from "./calendar.ts";
import type {Money} from "./money.ts";
import type {Line, Options, Shop} from "./shop.ts";

/** Money that moved on a day; a guest has no customer. */
export interface Entry {
  customer: string | undefined;
  day: Day;
  net: Money;
  gross: Money;
}

/** An order that counts. */
export interface Order {
  customer: string | undefined;
  day: Day;
}

/** What happened in a shop up to `asOf`. */
export interface Ledger {
  /** Day of the first order that counts. */
  firstDay: Day;
  asOf: Day;
  entries: Entry[];
  orders: Order[];
  /** Day from which each customer is known: registration or first order that counts, the earlier of them. */
  knownSince: Map<string, Day>;
}

export function readLedger(shop: Shop, options: Options): Ledger {
  const isCancelled = findCancelled(shop);
  const entries: Entry[] = [];
  for (const line of shop.lines) {
    const value = line.amount - (line.discount ?? 0);
    const where = {customer: line.customer, day: parseDay(line.at)};
    if (line.isReturn) entries.push({...where, net: -Math.abs(value), gross: 0});
    else entries.push({...where, net: isCancelled(line) ? 0 : value, gross: value});
  }
  const customerOf = new Map(shop.lines.map((line) => [line.order, line.customer]));
  for (const given of shop.returns ?? [])
    entries.push({customer: customerOf.get(given.order), day: parseDay(given.at), net: -given.amount, gross: 0});

  const orders = new Map<string, Order>();
  for (const line of shop.lines)
    if (!line.isReturn && !isCancelled(line) && line.amount - (line.discount ?? 0) > 0)
      orders.set(line.order, {customer: line.customer, day: parseDay(line.at)});

  const orderDays = [...orders.values()].map((order) => order.day);
  const asOf = options.asOf ? parseDay(options.asOf) : latest(orderDays);
  const ledger = {
    firstDay: earliest(orderDays),
    asOf,
    entries: entries.filter((entry) => entry.day <= asOf),
    orders: [...orders.values()].filter((order) => order.day <= asOf),
  };
  return {...ledger, knownSince: findKnownSince(shop, ledger.orders)};
}

function findCancelled(shop: Shop): (line: Line) => boolean {
  const orders = new Set<string>();
  const lines = new Set<string>();
  for (const {order, lineNo} of shop.cancellations ?? [])
    if (lineNo === undefined) orders.add(order);
    else lines.add(`${order} ${lineNo}`);
  return (line) => line.isCancelled === true || orders.has(line.order) || lines.has(`${line.order} ${line.lineNo}`);
}

function findKnownSince(shop: Shop, orders: readonly Order[]): Map<string, Day> {
  const known = new Map<string, Day>();
  const see = (customer: string, day: Day) => known.set(customer, Math.min(day, known.get(customer) ?? day));
  for (const {customer, on} of shop.customers ?? []) if (on !== undefined) see(customer, parseDay(on));
  for (const {customer, day} of orders) if (customer !== undefined) see(customer, day);
  return known;
}

function earliest(days: readonly Day[]): Day {
  return days.reduce((a, b) => Math.min(a, b));
}

function latest(days: readonly Day[]): Day {
  return days.reduce((a, b) => Math.max(a, b));
}
