/** Part of a network: boxes that are linked, by whatever way, and their links. */
export interface Part<B, L> {
  boxes: B[];
  links: L[];
}

/** The parts of a network that nothing links with each other, in the order of their first boxes. */
export function splitNetwork<B extends {id: string}, L extends {source: string; target: string}>(
  boxes: readonly B[],
  links: readonly L[],
): Part<B, L>[] {
  const leaders = new Map(boxes.map(({id}) => [id, id]));
  const find = (id: string): string => {
    const leader = leaders.get(id)!;
    return leader === id ? id : find(leader);
  };
  for (const {source, target} of links) leaders.set(find(target), find(source));
  const parts = new Map<string, Part<B, L>>();
  for (const box of boxes) {
    const leader = find(box.id);
    const part = parts.get(leader) ?? {boxes: [], links: links.filter(({source}) => find(source) === leader)};
    part.boxes.push(box);
    parts.set(leader, part);
  }
  return [...parts.values()];
}
