/** Where a customer stands with a thing that lasts so many days, from long since due to not for long. */
export const duePeriods = ["long_overdue", "overdue", "due", "next_30", "next_60", "next_90", "later"] as const;
export type DuePeriod = (typeof duePeriods)[number];

/** Share of the life before and after it that counts as due. */
export const DUE_TOLERANCE = 0.15;

/**
 * What is bought again after `lifeDays` is due from 15 % of them before until 15 % after, both days included; overdue after
 * that, and long overdue once a second life has passed. Before, it falls due within 30, 60 or 90 days, or later.
 *
 * @param daysSince days since the last purchase, from 0
 * @param lifeDays product life in days, above 0; null: unknown
 * @param tolerance share of the life
 * @returns null where the life is unknown
 * @throws RangeError for days or a tolerance that are none
 */
export function judgeDue(daysSince: number, lifeDays: number | null, tolerance = DUE_TOLERANCE): DuePeriod | null {
  if (!(daysSince >= 0)) throw new RangeError(`invalid daysSince: ${daysSince}`);
  if (!(tolerance >= 0 && tolerance < 1)) throw new RangeError(`invalid tolerance: ${tolerance}`);
  if (lifeDays === null) return null;
  if (!(lifeDays > 0)) throw new RangeError(`invalid lifeDays: ${lifeDays}`);
  const distance = daysSince - lifeDays;
  if (Math.abs(distance) <= tolerance * lifeDays) return "due";
  if (distance > 0) return distance > lifeDays ? "long_overdue" : "overdue";
  const opensIn = -distance - tolerance * lifeDays;
  if (opensIn <= 30) return "next_30";
  if (opensIn <= 60) return "next_60";
  return opensIn <= 90 ? "next_90" : "later";
}

/**
 * How many customers stand where; each day is judged once.
 *
 * @param daysSinceLast of each customer who bought the thing
 * @param lifeDays product life in days
 */
export function countDue(daysSinceLast: Int32Array, lifeDays: number): Record<DuePeriod, number> {
  const counts = Object.fromEntries(duePeriods.map((period) => [period, 0])) as Record<DuePeriod, number>;
  const customersOf = new Int32Array(daysSinceLast.reduce((most, days) => Math.max(most, days), -1) + 1);
  for (const days of daysSinceLast) customersOf[days]!++;
  customersOf.forEach((customers, days) => {
    if (customers > 0) counts[judgeDue(days, lifeDays)!] += customers;
  });
  return counts;
}
