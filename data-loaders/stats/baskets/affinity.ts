/** Buyers of a category in a group that has each buyer once (a segment), or one person's orders in a category. */
export interface AffinityCell {
  group: string;
  item: string;
  /** Those of the group who bought the item. */
  buyers: number;
}

export interface Affinity extends AffinityCell {
  /** Those of the group who bought anything. */
  groupBuyers: number;
  /** Share of the group's buyers who bought the item. */
  share: number;
  /** Share of all buyers who did. */
  baseShare: number;
  /** share by baseShare: 2 is twice as often as usual. */
  affinity: number;
}

/**
 * Affinity of groups to items: the share of a group's buyers by the share of all buyers. With one person as a group and
 * orders instead of buyers it is that person's affinity.
 *
 * @param cells one for each group and item; a missing one is of 0
 * @param groupBuyers buyers of each group, who bought anything at all; groups share nobody
 * @returns one for each group with buyers and each item that anybody bought, by group, then the highest affinity, then item
 * @throws RangeError for more buyers in a cell than in its group, a cell given twice, and a group without a size
 */
export function findAffinities(
  cells: readonly AffinityCell[],
  groupBuyers: Readonly<Record<string, number>>,
): Affinity[] {
  const total = Object.values(groupBuyers).reduce((sum, buyers) => sum + buyers, 0);
  const buyersOfItem = new Map<string, number>();
  const buyersOfCell = new Map<string, number>();
  for (const {group, item, buyers} of cells) {
    const size = Object.hasOwn(groupBuyers, group) ? groupBuyers[group]! : undefined;
    if (size === undefined) throw new RangeError(`unknown group: ${JSON.stringify(group)}`);
    if (!(buyers >= 0 && buyers <= size))
      throw new RangeError(
        `invalid buyers of ${JSON.stringify(item)} in ${JSON.stringify(group)}: ${buyers} of ${size}`,
      );
    const key = JSON.stringify([group, item]);
    if (buyersOfCell.has(key)) throw new RangeError(`repeated cell: ${key}`);
    buyersOfCell.set(key, buyers);
    buyersOfItem.set(item, (buyersOfItem.get(item) ?? 0) + buyers);
  }
  return Object.entries(groupBuyers)
    .filter(([, size]) => size > 0)
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([group, size]) =>
      [...buyersOfItem]
        .filter(([, all]) => all > 0)
        .map(([item, all]) => {
          const buyers = buyersOfCell.get(JSON.stringify([group, item])) ?? 0;
          const affinity = (buyers * total) / (size * all);
          return {group, item, buyers, groupBuyers: size, share: buyers / size, baseShare: all / total, affinity};
        })
        .sort((a, b) => b.affinity - a.affinity || compare(a.item, b.item)),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
