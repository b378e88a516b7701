/** A share as so many of so many. */
export interface CountedShare {
  n: number;
  of: number;
}

/** How far, as a part of itself, a share may be rounded. */
const TOLERANCE = 0.1;

/**
 * A share as people say it: 4 of 10 where that is within a tenth of it, else 18 of 100, else 3 of 1,000. Not quite all is
 * never all, and some is never none.
 *
 * @param share above 0, at most 1
 */
export function countShare(share: number): CountedShare {
  if (share === 1) return {n: 1, of: 1};
  for (const of of [10, 100]) {
    const n = Math.round(share * of);
    if (n > 0 && n < of && Math.abs(n / of - share) <= TOLERANCE * share) return {n, of};
  }
  return {n: Math.min(999, Math.max(1, Math.round(share * 1000))), of: 1000};
}
