/** The fictitious shop. Its name begins with the letter that case folding in the wrong locale breaks. */
export const retailer = {name: "Ihlamur Çarşı", currency: "TRY", timeZone: "Europe/Istanbul"} as const;

export interface DemoOptions {
  /** Any whole number; another seed is another shop with the same truths. */
  readonly seed: number;
  /** The first day of which rows are written; the shop itself always opens on 2023-05-01. */
  readonly from: string;
  /** The last day of which rows are written. A shorter demo is the longer one cut off: what has happened is the same. */
  readonly to: string;
  /** Buying customers; every size scales with it. */
  readonly customers: number;
  /** Which files to write; default all of them. */
  readonly entities?: readonly string[];
}

/** About 200,000 orders of 440,000 lines by 20,000 buying customers over 42 months. */
export const demoDefaults: DemoOptions = {seed: 20230501, from: "2023-05-01", to: "2026-10-31", customers: 20_000};
