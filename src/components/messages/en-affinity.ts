import type {Format} from "../format.ts";

type Named = readonly [name: string, affinity: number] | undefined;

/** What the page of affinity and cross-sell says. */
export const enAffinity = (f: Format) => {
  const times = (affinity: number) => `${f.decimal(affinity)} times as often as everybody`;
  return {
    affinityPage: "Affinity and cross-sell",
    affinityHeadline: (segment: string, customers: number, item: string, confidence: number) =>
      `${f.integer(customers)} customers in ${segment} do not buy ${item} yet; of those who buy the same things, ${f.percent(confidence)} do.`,
    affinityPlain: "No rule says yet what to offer to whom.",
    affinityStrongest: (segment: string, item: string, affinity: number) =>
      `The strongest leaning: ${segment} buy ${item} ${times(affinity)}.`,
    affinityWeakest: (segment: string, item: string, affinity: number) =>
      `The weakest: ${segment} buy ${item} ${times(affinity)}.`,

    affinityTitle: (segment: string, item: string, affinity: number) => `${segment} buy ${item} ${times(affinity)}`,
    affinityEven: "No segment leans towards a category more than chance would have it",
    affinityNone: "Which segment leans towards what",
    affinityTooFew: "No category has enough buyers in a segment, or the shop has no categories.",
    affinitySubtitle: (months: number) =>
      `Share of the segment’s buyers of the last ${months} months who bought the category, by the share of all buyers who did; 1 is as often as everybody`,
    affinityCell: (buyers: number, share: number, base: number) =>
      `${f.integer(buyers)} buyers, ${f.percent(share)} of the segment against ${f.percent(base)} of all`,
    affinitySaid: (strong: Named, weak: Named) =>
      [
        strong && `most of all ${strong[0]}, ${f.decimal(strong[1])} times as often as everybody`,
        weak && `least ${weak[0]}, ${f.decimal(weak[1])} times`,
      ]
        .filter(Boolean)
        .join("; "),
    affinityNote:
      "Whoever orders more buys more of everything: compare within a column. In words stands only what differs by a tenth and by more than two standard errors. · withheld: too few buyers.",

    crossTitle: (segment: string, customers: number, item: string) =>
      `${segment}: offer ${item} to ${f.integer(customers)} customers`,
    crossNone: "What to offer next",
    crossTooFew: "No rule over customers stands for enough people yet.",
    crossSubtitle: (months: number) =>
      `The offer expected to sell most in each segment: not bought in the last ${months} months, though those who buy the same things do`,
    crossOffer: "Offer",
    crossBecause: "Because they bought",
    crossConfidence: "Expected",
    crossNote:
      "Expected: of all customers who bought the same, the share who bought this too, by the best rule of each customer. That is over all their orders, so an upper bound for one campaign; a control group tells what the offer itself brings. Because: the commonest of these rules.",
    crossExport: "List of these customers: npm run data -- --audience cross-sell=FILE.",
    crossTwin: "All offers, at most twenty a segment",
  };
};
