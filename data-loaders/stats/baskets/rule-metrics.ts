/** How often the two sides of a rule are bought, and together; counts of baskets. */
export interface RuleCounts {
  /** Baskets with antecedent and consequent. */
  count: number;
  antecedentCount: number;
  consequentCount: number;
  /** All baskets, empty ones included. */
  basketCount: number;
}

export interface RuleMetrics {
  /** Share of baskets with both sides. */
  support: number;
  antecedentSupport: number;
  consequentSupport: number;
  /** Share of the antecedent's baskets that have the consequent too. */
  confidence: number;
  /** Confidence by the consequent's support: 1 where the sides are independent. */
  lift: number;
  /** Support less what independence would give (Piatetsky-Shapiro 1991), −0.25 to 0.25. */
  leverage: number;
  /** Expected by actual share of the antecedent's baskets without the consequent (Brin et al. 1997); infinite where there are none. */
  conviction: number;
  /** Association, −1 to 1; 0 where the sides are independent (Zhang 2000). */
  zhang: number;
}

/**
 * The measures of a rule, each from whole numbers and divided last: what is equal by hand is equal here.
 *
 * @throws RangeError for counts that no baskets have, or an antecedent or consequent in none
 */
export function measureRule({count, antecedentCount, consequentCount, basketCount}: RuleCounts): RuleMetrics {
  const isPossible =
    count >= Math.max(0, antecedentCount + consequentCount - basketCount) &&
    count <= Math.min(antecedentCount, consequentCount) &&
    Math.min(antecedentCount, consequentCount) > 0 &&
    Math.max(antecedentCount, consequentCount) <= basketCount;
  if (!isPossible)
    throw new RangeError(`invalid counts: ${count} of ${antecedentCount} and ${consequentCount} among ${basketCount}`);
  const excess = count * basketCount - antecedentCount * consequentCount;
  const without = antecedentCount - count;
  const most = Math.max(count * (basketCount - antecedentCount), antecedentCount * (consequentCount - count));
  return {
    support: count / basketCount,
    antecedentSupport: antecedentCount / basketCount,
    consequentSupport: consequentCount / basketCount,
    confidence: count / antecedentCount,
    lift: (count * basketCount) / (antecedentCount * consequentCount),
    leverage: excess / (basketCount * basketCount),
    conviction:
      without === 0
        ? Number.POSITIVE_INFINITY
        : ((basketCount - consequentCount) * antecedentCount) / (basketCount * without),
    zhang: excess === 0 ? 0 : excess / most,
  };
}
