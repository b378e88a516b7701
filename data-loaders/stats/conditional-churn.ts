/** Times between an order and the next one, or an order and today, of which several are alike. */
export interface Gap {
  /** Days to the next order, a whole number above 0; null where there was none until the data end. */
  days: number | null;
  /** Days from the order that opens the gap to the last day of data, a whole number. */
  daysObserved: number;
  /** How many gaps are so; 1 where it is missing. */
  gaps?: number;
}

export interface ChurnPoint {
  /** Days without an order so far. */
  day: number;
  /** Gaps that reached that day, and whose next `horizon` days are known. */
  gaps: number;
  /** Those of them without an order in the next `horizon` days. */
  silent: number;
  /** silent/gaps. */
  probability: number;
}

/**
 * P(no order in the next `horizon` days | no order for d days), for every d that a gap reached early enough for the answer to
 * be known. Each gap counts once for each d, so nothing is
 * censored.
 *
 * @param horizon days, a whole number above 0
 * @returns in the order of days from 0, without days that no gap reached
 * @throws RangeError for days that are no such numbers, naming the gap
 */
export function conditionalChurn(gaps: readonly Gap[], horizon = 90): ChurnPoint[] {
  if (!Number.isSafeInteger(horizon) || horizon < 1) throw new RangeError(`invalid horizon: ${horizon}`);
  gaps.forEach(checkGap);
  const length = gaps.reduce((most, {daysObserved}) => Math.max(most, daysObserved), 0) + 2;
  // How many gaps come or go at a day; running sums are how many are there.
  const reached = new Float64Array(length);
  const silent = new Float64Array(length);
  const add = (changes: Float64Array, last: number, count: number) => {
    if (last < 0) return;
    changes[0]! += count;
    changes[last + 1]! -= count;
  };
  for (const {days, daysObserved, gaps: count = 1} of gaps) {
    const known = daysObserved - horizon;
    add(reached, Math.min(known, days === null ? known : days - 1), count);
    add(silent, Math.min(known, days === null ? known : days - horizon - 1), count);
  }
  const points: ChurnPoint[] = [];
  let atRisk = 0;
  let quiet = 0;
  for (let day = 0; day < length; day++) {
    atRisk += reached[day]!;
    quiet += silent[day]!;
    if (atRisk > 0) points.push({day, gaps: atRisk, silent: quiet, probability: quiet / atRisk});
  }
  return points;
}

function checkGap({days, daysObserved, gaps = 1}: Gap, i: number): void {
  if (!Number.isSafeInteger(daysObserved) || daysObserved < 0)
    throw new RangeError(`gaps[${i}]: invalid daysObserved: ${daysObserved}`);
  if (days !== null && !(Number.isSafeInteger(days) && days > 0 && days <= daysObserved))
    throw new RangeError(`gaps[${i}]: invalid days: ${days}`);
  if (!(gaps > 0 && gaps < Number.POSITIVE_INFINITY)) throw new RangeError(`gaps[${i}]: invalid gaps: ${gaps}`);
}
