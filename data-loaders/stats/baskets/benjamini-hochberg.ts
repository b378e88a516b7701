/**
 * Adjusted p-values that hold the expected share of false discoveries (Benjamini & Hochberg 1995): of those of at most 0.05,
 * 5 % are chance.
 *
 * @param pValues 0 to 1, in any order
 * @returns in the same order; never below its p-value, never above 1
 * @throws RangeError for what is no probability, naming its place
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): Float64Array {
  const count = pValues.length;
  for (let i = 0; i < count; i++)
    if (!(pValues[i]! >= 0 && pValues[i]! <= 1)) throw new RangeError(`pValues[${i}]: invalid p: ${pValues[i]}`);
  const order = Uint32Array.from({length: count}, (_, i) => i).sort((a, b) => pValues[a]! - pValues[b]! || a - b);
  const adjusted = new Float64Array(count);
  let smallest = 1;
  for (let rank = count; rank > 0; rank--) {
    const i = order[rank - 1]!;
    smallest = Math.min(smallest, pValues[i]! * (count / rank));
    adjusted[i] = smallest;
  }
  return adjusted;
}
