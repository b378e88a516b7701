/** Customers who were won in a channel, by months since their first order; month 0 is the one of that order. */
export interface PaybackMonth {
  /** Those of whom the whole month has been seen. */
  customers: number;
  /** What they brought in it. */
  value: number;
}

/**
 * The first month by whose end a customer has brought what winning one cost: what customers brought in each month, on average
 * over those of whom that month has been seen, is summed up.
 *
 * @param months from month 0 on, without a gap
 * @param cost of winning one customer, in the unit of the values
 * @param fewest customers for an average; the sum ends before the first month that has fewer
 * @returns the month, or null where it has not come; and the last month that was summed up, −1 where there is none
 */
export function findPayback(
  months: readonly PaybackMonth[],
  cost: number,
  fewest: number,
): {monthNo: number | null; lastMonthNo: number} {
  let sum = 0;
  let monthNo: number | null = null;
  let lastMonthNo = -1;
  for (const [no, {customers, value}] of months.entries()) {
    if (customers < Math.max(1, fewest)) break;
    sum += value / customers;
    lastMonthNo = no;
    if (monthNo === null && sum >= cost) monthNo = no;
  }
  return {monthNo, lastMonthNo};
}
