/** Decimals of a lift that tell it from 1: 1.04, 2.4, 16. */
export function liftDigits(lift: number): 0 | 1 | 2 {
  if (lift >= 9.95) return 0;
  return lift < 1.1 ? 2 : 1;
}
