/** Whether a thing is to be bought again: not yet, about now, or long since. */
export type DueState = "later" | "due" | "overdue";

/**
 * What is bought again after `lifeDays` is due from 15 % of them before until 15 % after, both days included.
 *
 * @param daysSince days since the last purchase, from 0
 * @param lifeDays product life in days, above 0; null: unknown
 * @param tolerance share of the life
 * @returns null where the life is unknown
 * @throws RangeError for days or a tolerance that are none
 */
export function judgeDue(daysSince: number, lifeDays: number | null, tolerance = 0.15): DueState | null {
  if (!(daysSince >= 0)) throw new RangeError(`invalid daysSince: ${daysSince}`);
  if (!(tolerance >= 0 && tolerance < 1)) throw new RangeError(`invalid tolerance: ${tolerance}`);
  if (lifeDays === null) return null;
  if (!(lifeDays > 0)) throw new RangeError(`invalid lifeDays: ${lifeDays}`);
  const distance = daysSince - lifeDays;
  if (Math.abs(distance) <= tolerance * lifeDays) return "due";
  return distance < 0 ? "later" : "overdue";
}
