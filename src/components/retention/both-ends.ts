/** The first and the last of a sorted list that is too long to show; all of a shorter one. */
export function bothEnds<T>(sorted: readonly T[], first: number, last: number): T[] {
  return sorted.length <= first + last ? [...sorted] : [...sorted.slice(0, first), ...sorted.slice(-last)];
}
