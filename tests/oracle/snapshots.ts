import {type Day, firstDayOf, lastDayOf, listMonths, type Month, monthOf} from "./calendar.ts";
import type {Entry, Ledger, Order} from "./ledger.ts";
import {type Money, sum} from "./money.ts";
import {
  placeBetween,
  type SortedValues,
  scoreByDays,
  scoreByEdges,
  scoreByShareBelow,
  scorePlaces,
  scoreUnderEdges,
  shareBelow,
  sortValues,
} from "./scores.ts";
import type {Options} from "./shop.ts";

/** What one person did up to a snapshot. */
export interface Facts {
  customer: string;
  /** Days since the last order; absent where there was none. */
  days: number | undefined;
  ordersToDate: number;
  ordersInWindow: number;
  netInWindow: Money;
  ordersInMonth: number;
  netInMonth: Money;
}

/** One person at a snapshot; the scores are there exactly where the person is in the pool. */
export interface PersonState extends Facts {
  state: string;
  lifeCycle: string;
  scores: {r: number; f: number; m: number; weighted: number; tier: string} | undefined;
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
      people.push({
        ...facts,
        state: findPoolState(facts, history.orders, day, options),
        lifeCycle: findLifeCycle(facts, options),
        scores: undefined,
      });
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
    ordersToDate: before.length,
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

/** Potential, New, Active, Loyal, Passive or Lost. */
function findLifeCycle({days, ordersToDate}: Facts, {lifeCycle}: Options): string {
  if (days === undefined) return "potential";
  if (days > lifeCycle.lostDays) return "lost";
  if (days > lifeCycle.activeDays) return "passive";
  if (ordersToDate === 1) return "new";
  return ordersToDate < lifeCycle.loyalOrders ? "active" : "loyal";
}

/**
 * Whether somebody's values at one snapshot would be in a segment under the edges of another. Where equal values are told
 * apart, a value had every score that somebody with it had.
 */
export function couldBeUnderEdges(person: PersonState, earlier: Snapshot, segment: string, options: Options): boolean {
  const {pool, persons} = earlier;
  const underEdges = (
    value: number,
    values: SortedValues,
    read: (other: PersonState) => [number, number],
  ): number[] => {
    if (options.ties === "shareBelow") return [scoreUnderEdges(value, values)];
    const own = [...persons.values()].filter((other) => other.scores).map(read);
    const nearest = Math.max(...own.map(([other]) => other).filter((other) => other <= value));
    const same = own.filter(([other]) => other === value).map(([, score]) => score);
    // Between two values, or above all: the best score of the nearest one below; below all: 1.
    return same.length ? same : [Math.max(1, ...own.filter(([other]) => other === nearest).map(([, score]) => score))];
  };
  const rs =
    options.recency === "edges"
      ? [scoreByDays(person.days!, options.recencyDays)]
      : underEdges(-person.days!, pool.nearness, (other) => [-other.days!, other.scores!.r]);
  const fs = options.edges
    ? [person.scores!.f]
    : underEdges(person.ordersInWindow, pool.frequency, (other) => [other.ordersInWindow, other.scores!.f]);
  const ms = options.edges
    ? [person.scores!.m]
    : underEdges(person.netInWindow, pool.monetary, (other) => [other.netInWindow, other.scores!.m]);
  return rs.some((r) => fs.some((f) => ms.some((m) => options.segment(r, f, m) === segment)));
}

function scorePool(people: readonly PersonState[], options: Options): PoolValues {
  const read = {
    r: (person: PersonState) => -person.days!,
    f: (person: PersonState) => person.ordersInWindow,
    m: (person: PersonState) => person.netInWindow,
  };
  const pool = {
    nearness: sortValues(people.map(read.r)),
    frequency: sortValues(people.map(read.f)),
    monetary: sortValues(people.map(read.m)),
  };
  const values = {r: pool.nearness, f: pool.frequency, m: pool.monetary};
  const placed = (measure: "r" | "f" | "m") =>
    scorePlaces(people.map((person) => ({name: person.customer, value: read[measure](person)})));
  const places = options.ties === "first" ? {r: placed("r"), f: placed("f"), m: placed("m")} : undefined;
  const part = options.scale === "share" ? shareBelow : placeBetween;
  for (const person of people) {
    const score = (measure: "r" | "f" | "m") =>
      places?.[measure].get(person.customer) ?? scoreByShareBelow(read[measure](person), values[measure]);
    const r = options.recency === "edges" ? scoreByDays(person.days!, options.recencyDays) : score("r");
    const f = options.edges ? scoreByEdges(person.ordersInWindow, options.edges.frequency) : score("f");
    const m = options.edges ? scoreByEdges(person.netInWindow / 10_000, options.edges.monetary) : score("m");
    const parts = (["r", "f", "m"] as const).map(
      (measure) => options.weights[measure] * part(read[measure](person), values[measure]),
    );
    const weighted = Math.round(parts.reduce((a, b) => a + b) * 1e9) / 1e9;
    person.scores = {r, f, m, weighted, tier: findTier(weighted, options)};
    person.state = options.segment(r, f, m);
  }
  return pool;
}

function findTier(weighted: number, {tiers}: Options): string {
  if (weighted >= tiers.platinum) return "platinum";
  if (weighted >= tiers.gold) return "gold";
  return weighted >= tiers.silver ? "silver" : "bronze";
}
