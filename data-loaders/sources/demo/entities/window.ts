import {dayOf, LAST_DAY} from "../calendar.ts";
import type {Account} from "../people/person.ts";
import type {Shop} from "../shop.ts";
import type {Order} from "../shopping/order.ts";

/** The days of which rows are written. */
export interface Window {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Reads `from` and `to`; both must lie within the demo's 42 months. */
export function readWindow(from: string, to: string): Window {
  const [firstDay, lastDay] = [dayOf(from), dayOf(to)];
  if (!(firstDay >= 0 && lastDay <= LAST_DAY && firstDay <= lastDay))
    throw new Error(`invalid demo period: ${from} … ${to}; expected days from 2023-05-01 to 2026-10-31`);
  return {firstDay, lastDay};
}

export function isInside(window: Window, second: number): boolean {
  const day = Math.floor(second / 86_400);
  return day >= window.firstDay && day <= window.lastDay;
}

export function ordersInside(shop: Shop, window: Window): readonly Order[] {
  return shop.orders.filter((order) => order.day >= window.firstDay && order.day <= window.lastDay);
}

export function accountsInside(shop: Shop, window: Window): readonly Account[] {
  return shop.accounts.filter((account) => account.registeredDay <= window.lastDay);
}
