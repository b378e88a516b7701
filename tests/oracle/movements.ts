import type {Day, Month} from "./calendar.ts";
import type {Ledger} from "./ledger.ts";
import {type Money, sum} from "./money.ts";
import type {Options} from "./shop.ts";
import {couldBeUnderEdges, type PersonState, type Snapshot} from "./snapshots.ts";

export type Cause = "first_seen" | "entered" | "left" | "thresholds" | "behaviour" | "ageing";

/** One person from one snapshot to a later one. */
export interface Move {
  month: Month;
  horizon: number;
  customer: string;
  from: string;
  to: string;
  atStake: Money;
  /** Absent: stayed where they were. */
  cause: Cause | undefined;
}

/** Everybody's moves over a horizon, for each month that has a snapshot that long before it. */
export function listMoves(snapshots: readonly Snapshot[], horizon: number, ledger: Ledger, options: Options): Move[] {
  const orderDays = groupOrderDays(ledger);
  return snapshots.slice(horizon).flatMap((later, i) => {
    const earlier = snapshots[i]!;
    return [...later.persons.values()].map((person) => {
      const before = earlier.persons.get(person.customer);
      const from = before?.state ?? "unknown";
      const atStake = revenueAtStake(before);
      const cause =
        from === person.state ? undefined : findCause(before, person, earlier, later.day, orderDays, options);
      return {month: later.month, horizon, customer: person.customer, from, to: person.state, atStake, cause};
    });
  });
}

/** Net revenue in the window where the move began; nothing from `unknown`, `prospect` and `lapsed`. */
function revenueAtStake(origin: PersonState | undefined): Money {
  return !origin || origin.state === "prospect" || origin.state === "lapsed" ? 0 : origin.netInWindow;
}

function findCause(
  before: PersonState | undefined,
  after: PersonState,
  earlier: Snapshot,
  laterDay: Day,
  orderDays: ReadonlyMap<string, Day[]>,
  options: Options,
): Cause {
  if (!before) return "first_seen";
  if (!before.scores && after.scores) return "entered";
  if (before.scores && !after.scores) return "left";
  if (before.scores && couldBeUnderEdges(after, earlier, before.state, options)) return "thresholds";
  const hasOrdered = orderDays.get(after.customer)?.some((day) => day > earlier.day && day <= laterDay);
  return hasOrdered ? "behaviour" : "ageing";
}

function groupOrderDays(ledger: Ledger): Map<string, Day[]> {
  const days = new Map<string, Day[]>();
  for (const {customer, day} of ledger.orders) if (customer !== undefined) push(days, customer, day);
  return days;
}

/** Somebody who came from one of the configured segments to one of the others. */
export interface Slide {
  month: Month;
  customer: string;
  from: string;
  to: string;
  path: string[];
  cause: Cause;
  atStake: Money;
}

/** @param moves those of one month, of which the last step of a slide is one */
export function listSlides(snapshots: readonly Snapshot[], moves: readonly Move[], options: Options): Slide[] {
  const {from, to, withinMonths} = options.slide;
  const causes = new Map(moves.map((move) => [`${move.month} ${move.customer}`, move.cause]));
  const lastSlide = new Map<string, number>();
  const slides: Slide[] = [];
  snapshots.forEach((snapshot, t) => {
    for (const person of snapshot.persons.values()) {
      const stateAt = (i: number) => snapshots[i]?.persons.get(person.customer)?.state;
      if (!to.includes(person.state) || to.includes(stateAt(t - 1) ?? "unknown")) continue;
      const origin = countDown(t - 1, t - withinMonths).find((i) => from.includes(stateAt(i) ?? "unknown"));
      if (origin === undefined || origin <= (lastSlide.get(person.customer) ?? -1)) continue;
      lastSlide.set(person.customer, t);
      const states = snapshots.slice(origin, t + 1).map((_, i) => stateAt(origin + i)!);
      slides.push({
        month: snapshot.month,
        customer: person.customer,
        from: states[0]!,
        to: person.state,
        path: states.filter((state, i) => state !== states[i - 1]),
        cause: causes.get(`${snapshot.month} ${person.customer}`)!,
        atStake: revenueAtStake(snapshots[origin]!.persons.get(person.customer)),
      });
    }
  });
  return slides;
}

/** n_t: people in `from` at one of the snapshots looked back to, and not in `to` at the one before. */
export function countSlideBase(snapshots: readonly Snapshot[], t: number, options: Options): number {
  const {from, to, withinMonths} = options.slide;
  const people = new Set<string>();
  for (const i of countDown(t - 1, t - withinMonths))
    for (const person of snapshots[i]?.persons.values() ?? [])
      if (from.includes(person.state)) people.add(person.customer);
  return [...people].filter((customer) => !to.includes(snapshots[t - 1]!.persons.get(customer)!.state)).length;
}

function countDown(first: number, last: number): number[] {
  return Array.from({length: first - last + 1}, (_, i) => first - i);
}

/** One row per key with the people in it and a sum. */
export function addUp<T>(records: readonly T[], key: (record: T) => string, money: (record: T) => Money) {
  const groups = new Map<string, T[]>();
  for (const record of records) push(groups, key(record), record);
  return new Map([...groups].map(([name, group]) => [name, {customers: group.length, money: sum(group.map(money))}]));
}

function push<T>(groups: Map<string, T[]>, key: string, record: T): void {
  const group = groups.get(key);
  if (group) group.push(record);
  else groups.set(key, [record]);
}
