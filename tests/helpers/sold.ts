import {parseMoney} from "../oracle/money.ts";
import type {Line} from "../oracle/shop.ts";

let orders = 0;

/** One order of one line: `sold("ada", "2025-01-05")`, for 10 unless said otherwise; a guest where no customer is named. */
export function sold(
  customer: string | undefined,
  at: string,
  amount: string | number = 10,
  rest: Partial<Line> = {},
): Line {
  orders++;
  return {
    order: `order-${orders}`,
    lineNo: 1,
    ...(customer === undefined ? {} : {customer}),
    at,
    amount: parseMoney(String(amount)),
    ...rest,
  };
}

/** As many orders of one customer on one day. */
export function soldOften(count: number, customer: string, at: string, amount: string | number = 10): Line[] {
  return Array.from({length: count}, () => sold(customer, at, amount));
}
