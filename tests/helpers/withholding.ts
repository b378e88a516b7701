/** A published cell of money, and the margin that it adds up to with others. */
export interface Cell {
  margin: string;
  customers: number;
  /** Null: withheld. */
  money: number | null;
}

/**
 * What is wrong with the choice of withheld cells: money of 1 to k − 1 people that is shown, or can be had by taking the
 * shown cells from the margin's total; and money that is withheld without need.
 *
 * @param secretMargins margins whose total is withheld elsewhere: their cells may not add up to it
 */
export function findWithholdingProblems(
  cells: readonly Cell[],
  k: number,
  secretMargins: ReadonlySet<string> = new Set(),
): string[] {
  const margins = new Map<string, Cell[]>();
  for (const cell of cells)
    if (cell.customers > 0) margins.set(cell.margin, [...(margins.get(cell.margin) ?? []), cell]);
  const problems = cells
    .filter((cell) => cell.customers === 0 && cell.money !== 0)
    .map((cell) => `${cell.margin}: nobody, yet ${cell.money}`);
  for (const [margin, own] of margins) {
    const withheld = own.filter((cell) => cell.money === null);
    const small = own.filter((cell) => cell.customers < k);
    const hidden = withheld.reduce((sum, cell) => sum + cell.customers, 0);
    const hiddenSmall = small.reduce((sum, cell) => sum + cell.customers, 0);
    if (small.some((cell) => cell.money !== null)) problems.push(`${margin}: money of fewer than ${k} people is shown`);
    if (hidden > 0 && hidden < k && withheld.length < own.length)
      problems.push(`${margin}: subtraction gives the money of ${hidden} people`);
    const isSecret = secretMargins.has(margin);
    if (isSecret && hidden < k && withheld.length < own.length)
      problems.push(`${margin}: the cells add up to money that is withheld elsewhere`);
    const needed = small.length + (hiddenSmall < k && (hiddenSmall > 0 || isSecret) ? 1 : 0);
    if (withheld.length > needed) problems.push(`${margin}: more is withheld than need be`);
  }
  return problems;
}
