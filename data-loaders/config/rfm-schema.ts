import {z} from "zod";

const count = z.int().min(1);

/** Smallest values that earn at least the scores 2, 3, 4 and 5; null: no value earns it. */
const edges = z
  .tuple([z.number().nullable(), z.number().nullable(), z.number().nullable(), z.number().nullable()])
  .refine(isRising, "expected four numbers, none smaller than the one before; null, at the end, for what nobody earns");

/** The edges of one snapshot, kept so that scores of all months mean the same; `mudavim edges` prints them. */
const frozenEdgesSchema = z.strictObject({
  /** The month whose edges they are: for the reader alone. */
  snapshot: z.string().regex(/^\d{4}-\d{2}$/, "expected a month such as 2026-03"),
  frequency: edges,
  monetary: edges,
});

/** RFM scoring; formulas in docs/definitions.md. */
export const rfmSchema = z
  .strictObject({
    /** The business model that chooses the look-back window: `ecommerce` 12 months, `seasonal` 24. */
    preset: z.enum(["ecommerce", "seasonal"]).default("ecommerce"),
    /** Months in the look-back window, in place of the preset's. */
    windowMonths: z.int().min(1).max(60).optional(),
    /** Further windows, in months, under which the sizes of the segments are computed too. */
    windows: z
      .array(z.int().min(1).max(60))
      .refine((windows) => new Set(windows).size === windows.length, "each window once")
      .default([]),
    /** `edges`: recency scored by `recencyDays`; `quintile`: by the share of the pool that was away longer. */
    recency: z.enum(["edges", "quintile"]).default("edges"),
    /** Largest days since the last order for the scores 5, 4, 3 and 2 (right-closed). */
    recencyDays: z.tuple([count, count, count, count]).default([30, 60, 90, 180]),
    /** What recency counts from: the last `purchase`, or the last `touch` in any channel. */
    recencyBasis: z.enum(["purchase", "touch"]).default("purchase"),
    /** Who is scored: `buyers` with an order in the window; `active`: at least 4 orders and one in the last 90 days. */
    pool: z
      .union([
        z.enum(["buyers", "active"]),
        z.strictObject({minOrders: count, scope: z.enum(["ever", "window"]), activeWithinDays: count.optional()}),
      ])
      .default("buyers"),
    /**
     * `shareBelow`: equal values get equal scores. `first`: five groups of the same size, people with equal values told apart
     * by customer number, as `pandas.qcut(values.rank(method="first"), 5)` does.
     */
    ties: z.enum(["shareBelow", "first"]).default("shareBelow"),
    /** `monthly`: frequency and monetary value are scored anew each month; or the edges of one snapshot, for all months. */
    edges: z.union([z.literal("monthly"), frozenEdgesSchema]).default("monthly"),
    /** What each part weighs in the weighted score. */
    weights: z
      .strictObject({r: z.number().min(0), f: z.number().min(0), m: z.number().min(0)})
      .refine(({r, f, m}) => Math.abs(r + f + m - 1) < 1e-9, "expected three weights that add up to 1")
      .default({r: 1 / 3, f: 1 / 3, m: 1 / 3}),
    /** Parts of the weighted score: `share` of the pool that the customer beats, or `minmax`, the place between its extremes. */
    scale: z.enum(["share", "minmax"]).default("share"),
    /** Smallest weighted scores of the tiers; below the last one is bronze. */
    tiers: z
      .strictObject({platinum: z.number().max(1), gold: z.number(), silver: z.number().min(0)})
      .refine(
        ({platinum, gold, silver}) => platinum > gold && gold > silver,
        "expected platinum above gold and gold above silver",
      )
      .default({platinum: 0.8, gold: 0.6, silver: 0.4}),
  })
  .superRefine((rfm, context) => {
    const refuse = (option: string, message: string) => context.addIssue({code: "custom", path: [option], message});
    if (rfm.recencyDays.some((days, i) => i > 0 && days <= rfm.recencyDays[i - 1]!))
      refuse("recencyDays", "expected four increasing numbers of days");
    if (rfm.edges === "monthly") return;
    if (rfm.ties === "first")
      refuse("edges", "frozen edges score values, ties: first scores places: choose one of them");
    if (rfm.recency === "quintile")
      refuse("edges", "frozen edges keep recency too: give recencyDays, and leave recency at edges");
  });

function isRising(numbers: readonly (number | null)[]): boolean {
  return numbers.every(
    (number, i) => i === 0 || number === null || (numbers[i - 1] ?? Number.POSITIVE_INFINITY) <= number,
  );
}
