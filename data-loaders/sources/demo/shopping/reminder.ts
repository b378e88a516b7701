import {writtenChannel} from "../people/may-reach.ts";
import type {Person} from "../people/person.ts";
import {plantedTruths} from "../planted-truths.ts";
import type {Order} from "./order.ts";

const {quietDays} = plantedTruths.reminder;

/** So many orders in a year, the one of this day included. */
export function isFrequent(orders: readonly Order[], day: number, atLeast: number): boolean {
  let count = 0;
  for (let i = orders.length - 1; i >= 0 && orders[i]!.day > day - 365; i--) if (orders[i]!.day <= day) count += 1;
  return count >= atLeast;
}

/** The day on which the shop reminds a frequent customer who stays away after an order, or null where it may or need not. */
export function reminderDay(person: Person, orders: readonly Order[], lastDay: number): number | null {
  if (!isFrequent(orders, lastDay, plantedTruths.reminder.frequentOrders)) return null;
  return writtenChannel(person, lastDay + quietDays) === null ? null : lastDay + quietDays;
}
