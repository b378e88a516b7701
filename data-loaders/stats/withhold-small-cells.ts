/**
 * Which counts must not be told, where the sums of some lines of them are known: those from 1 to `k` − 1, those that are left
 * out anyhow, and further ones, the smallest first, until in every line the counts left out are 0 together or at least `k`.
 * Where a line has no other count to leave out, it stays as it is.
 *
 * @param counts whole numbers of people
 * @param lines places of the counts whose sum is known
 * @param k fewest people in a cell
 * @param isLeftOut places that are left out for another reason
 * @returns true for each count that is left out
 */
export function withholdInLines(
  counts: readonly number[],
  lines: readonly (readonly number[])[],
  k: number,
  isLeftOut: (place: number) => boolean = () => false,
): boolean[] {
  const isWithheld = counts.map((count, place) => (count > 0 && count < k) || isLeftOut(place));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const line of lines) {
      const sum = line.reduce((total, place) => total + (isWithheld[place] ? counts[place]! : 0), 0);
      if (sum === 0 || sum >= k) continue;
      const [next] = line
        .filter((place) => !isWithheld[place] && counts[place]! > 0)
        .sort((a, b) => counts[a]! - counts[b]! || a - b);
      if (next === undefined) continue;
      isWithheld[next] = true;
      isChanged = true;
    }
  }
  return isWithheld;
}

/**
 * The same of a table whose rows' and columns' sums are known.
 *
 * @param cells whole numbers of people by row and column, every row as long as the first
 * @returns true for each cell that is left out
 */
export function withholdSmallCells(cells: readonly (readonly number[])[], k: number): boolean[][] {
  const width = cells[0]?.length ?? 0;
  const columns = Array.from({length: width}, (_, j) => j);
  const lines = [
    ...cells.map((_, i) => columns.map((j) => i * width + j)),
    ...columns.map((j) => cells.map((_, i) => i * width + j)),
  ];
  const isWithheld = withholdInLines(cells.flat(), lines, k);
  return cells.map((_, i) => isWithheld.slice(i * width, (i + 1) * width));
}
