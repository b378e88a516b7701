/**
 * Maps one by one, and lets the rest of the run go on in between: while JavaScript computes, nobody hears that the engine is
 * done with another table.
 */
export async function mapInTurns<T, R>(items: Iterable<T>, map: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(map(item));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
