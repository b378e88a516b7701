/** What a group of customers bought in a period. */
export interface Sales {
  /** Those who bought, above 0. */
  customers: number;
  /** Above 0. */
  orders: number;
  /** Units sold; null where none are told. */
  units: number | null;
  /** In the reporting currency; null where it is withheld. */
  revenue: number | null;
}

export const leverNames = ["basketValue", "itemsPerBasket", "frequency"] as const;
/** The three levers that a shop can pull. */
export type LeverName = (typeof leverNames)[number];

/** Revenue per order (AOV), units per order, and orders per customer; null where what they are made of is. */
export type Levers = Record<LeverName, number | null>;

export function measureLevers({customers, orders, units, revenue}: Sales): Levers {
  return {
    basketValue: revenue === null ? null : revenue / orders,
    itemsPerBasket: units ? units / orders : null,
    frequency: orders / customers,
  };
}

/** How far a lever is from its target, and what reaching it alone would bring. */
export interface LeverGap {
  target: number;
  /** Number of the group whose figure the target is; null: the shop's own. */
  from: number | null;
  /**
   * Revenue of the same customers at the target, the other levers as they are, less the actual revenue: a further unit is
   * worth what a unit is worth now, a further order what an order is. 0 where the target is reached, null where revenue is.
   */
  revenueGain: number | null;
}

/**
 * Each group's gaps. A lever without a target of the shop's own is held against the next better group: of the stronger ones
 * that do better, the one whose figure is the smallest.
 *
 * @param groups what each group bought, the strongest group first
 * @param targets the shop's own, above 0
 * @returns for each group its levers with a target; where no stronger group does better there is none, unless the shop gives one
 */
export function findLeverGaps(
  groups: readonly Sales[],
  targets: Readonly<Partial<Record<LeverName, number | undefined>>>,
): Partial<Record<LeverName, LeverGap>>[] {
  const measured = groups.map(measureLevers);
  return groups.map(({revenue}, i) => {
    const gaps: Partial<Record<LeverName, LeverGap>> = {};
    for (const name of leverNames) {
      const actual = measured[i]![name];
      if (actual === null) continue;
      const from = targets[name] === undefined ? findNextBetter(measured.slice(0, i), name, actual) : null;
      const target = from === null ? targets[name] : measured[from]![name]!;
      if (target === undefined) continue;
      const revenueGain = revenue === null ? null : actual >= target ? 0 : revenue * (target / actual - 1);
      gaps[name] = {target, from, revenueGain};
    }
    return gaps;
  });
}

/** The first group among those with the smallest figure above a given one. */
function findNextBetter(stronger: readonly Levers[], name: LeverName, actual: number): number | null {
  let next: number | null = null;
  stronger.forEach((levers, i) => {
    const value = levers[name];
    if (value !== null && value > actual && (next === null || value < stronger[next]![name]!)) next = i;
  });
  return next;
}
