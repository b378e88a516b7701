import {type Day, firstDayOf, lastDayOf, listMonths, type Month, monthOf} from "./calendar.ts";
import type {Entry, Ledger, Order} from "./ledger.ts";
import {type Money, sum} from "./money.ts";
import {type SortedValues, scoreByDays, scoreByShareBelow, scoreUnderEdges, sortValues} from "./scores.ts";
import type {Options} from "./shop.ts";

/** What one person did up to a snapshot. */
export interface Facts {
  customer: string;
  /** Days since the last order; absent where there was none. */
  days: number | undefined;
  ordersInWindow: number;
  netInWindow: Money;
  ordersInMonth: number;
  netInMonth: Money;
}

/** One person at a snapshot; the scores are there exactly where the person is in the pool. */
export interface PersonState extends Facts {
  state: string;
  scores: {r: number; f: number; m: number} | undefined;
}

/** Everybody known at the end of a month. */
export interface Snapshot {
  month: Month;
  day: Day;
  isPartial: boolean;
  isWarmingUp: boolean;
  persons: Map<string, PersonState>;
  pool: PoolValues;
}

/** What those in the pool are compared by; more is better in all three. */
interface PoolValues {
  /** Days since the last order, negative. */
  nearness: SortedValues;
  frequency: SortedValues;
  monetary: SortedValues;
}

/** The state of everybody at the end of every month from the first day of data to `asOf`. */
export function takeSnapshots(ledger: Ledger, options: Options): Snapshot[] {
  const histories = groupByCustomer(ledger);
  return listMonths(monthOf(ledger.firstDay), monthOf(ledger.asOf)).map((month) => {
    const day = Math.min(lastDayOf(month), ledger.asOf);
    const people: PersonState[] = [];
    for (const [customer, since] of ledger.knownSince) {
      if (since > day) continue;
      const history = histories.get(customer) ?? {orders: [], entries: []};
      const facts = gatherFacts(customer, history, month, day, options);
      people.push({...facts, state: findPoolState(facts, history.orders, day, options), scores: undefined});
    }
    const pool = scorePool(
      people.filter((person) => person.state === "pool"),
      options,
    );
    return {
      month,
      day,
      isPartial: day < lastDayOf(month),
      isWarmingUp:
        firstDayOf(month - options.windowMonths + 1) < ledger.firstDay ||
        lastDayOf(month - options.slide.withinMonths) < ledger.firstDay,
      persons: new Map(people.map((person) => [person.customer, person])),
      pool,
    };
  });
}

interface History {
  orders: Order[];
  entries: Entry[];
}

function groupByCustomer(ledger: Ledger): Map<string, History> {
  const histories = new Map<string, History>();
  const open = (customer: string) => {
    const history = histories.get(customer) ?? {orders: [], entries: []};
    histories.set(customer, history);
    return history;
  };
  for (const order of ledger.orders) if (order.customer !== undefined) open(order.customer).orders.push(order);
  for (const entry of ledger.entries) if (entry.customer !== undefined) open(entry.customer).entries.push(entry);
  return histories;
}

function gatherFacts(customer: string, history: History, month: Month, day: Day, options: Options): Facts {
  const windowStart = firstDayOf(month - options.windowMonths + 1);
  const within = <T extends {day: Day}>(records: T[], first: Day) =>
    records.filter((record) => record.day >= first && record.day <= day);
  const before = history.orders.filter((order) => order.day <= day);
  return {
    customer,
    days: before.length ? Math.min(...before.map((order) => day - order.day)) : undefined,
    ordersInWindow: within(history.orders, windowStart).length,
    netInWindow: sum(within(history.entries, windowStart).map((entry) => entry.net)),
    ordersInMonth: within(history.orders, firstDayOf(month)).length,
    netInMonth: sum(within(history.entries, firstDayOf(month)).map((entry) => entry.net)),
  };
}

/** `prospect`, `lapsed`, `outside`, or `pool` for somebody who is scored. */
function findPoolState(facts: Facts, orders: readonly Order[], day: Day, {pool}: Options): string {
  if (facts.days === undefined) return "prospect";
  if (facts.ordersInWindow === 0) return "lapsed";
  const orderCount = pool.scope === "window" ? facts.ordersInWindow : orders.filter((order) => order.day <= day).length;
  const isActive = pool.activeWithinDays === undefined || facts.days <= pool.activeWithinDays;
  return orderCount >= pool.minOrders && isActive ? "pool" : "outside";
}

/** The segment that somebody's values at one snapshot would have under the edges of another. */
export function segmentUnderEdges(person: Facts, {pool}: Snapshot, options: Options): string {
  const r =
    options.recency === "edges"
      ? scoreByDays(person.days!, options.recencyDays)
      : scoreUnderEdges(-person.days!, pool.nearness);
  const f = scoreUnderEdges(person.ordersInWindow, pool.frequency);
  const m = scoreUnderEdges(person.netInWindow, pool.monetary);
  return options.segment(r, f, m);
}

function scorePool(people: readonly PersonState[], options: Options): PoolValues {
  const pool = {
    nearness: sortValues(people.map((person) => -person.days!)),
    frequency: sortValues(people.map((person) => person.ordersInWindow)),
    monetary: sortValues(people.map((person) => person.netInWindow)),
  };
  for (const person of people) {
    const r =
      options.recency === "edges"
        ? scoreByDays(person.days!, options.recencyDays)
        : scoreByShareBelow(-person.days!, pool.nearness);
    const f = scoreByShareBelow(person.ordersInWindow, pool.frequency);
    const m = scoreByShareBelow(person.netInWindow, pool.monetary);
    person.scores = {r, f, m};
    person.state = options.segment(r, f, m);
  }
  return pool;
}
