import type {Money} from "./money.ts";

/** One line of an order, with what the order's head would say. */
export interface Line {
  order: string;
  /** Absent: the line cannot be named by a return or cancellation. */
  lineNo?: number;
  /** Absent: a guest. */
  customer?: string;
  /** Local time, `2025-01-31` or `2025-01-31 12:00:00`. */
  at: string;
  amount: Money;
  discount?: Money;
  isCancelled?: boolean;
  isReturn?: boolean;
  /** Changes no state; the cube counts by it. */
  city?: string;
}

/** Goods given back against an order. */
export interface Return {
  order: string;
  at: string;
  amount: Money;
}

/** A cancelled line, or a whole order where no line is named. */
export interface Cancellation {
  order: string;
  lineNo?: number;
}

export interface Registration {
  customer: string;
  /** Absent: the register does not say when. */
  on?: string;
}

export interface Shop {
  lines: Line[];
  returns?: Return[];
  cancellations?: Cancellation[];
  customers?: Registration[];
}

/** The options of the configuration that change a number, none of them optional. */
export interface Options {
  asOf: string | undefined;
  windowMonths: number;
  recency: "edges" | "quintile";
  recencyDays: readonly number[];
  pool: {minOrders: number; scope: "ever" | "window"; activeWithinDays: number | undefined};
  segment: (r: number, f: number, m: number) => string;
  ties: "shareBelow" | "first";
  /** Smallest values of the scores 2 to 5, money as in the configuration. */
  edges: {frequency: readonly (number | null)[]; monetary: readonly (number | null)[]} | undefined;
  weights: {r: number; f: number; m: number};
  scale: "share" | "minmax";
  tiers: {platinum: number; gold: number; silver: number};
  lifeCycle: {activeDays: number; lostDays: number; loyalOrders: number};
  slide: {from: readonly string[]; to: readonly string[]; withinMonths: number};
}

/** The table of definitions.md, written out. Rows: R 5 to 1; columns: F 1 to 5. */
const grid = [
  ["new_customers", "potential_loyalists", "potential_loyalists", "champions", "champions"],
  ["promising", "potential_loyalists", "potential_loyalists", "loyal", "loyal"],
  ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
  ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
  ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
];

export const defaults: Options = {
  asOf: undefined,
  windowMonths: 12,
  recency: "edges",
  recencyDays: [30, 60, 90, 180],
  pool: {minOrders: 1, scope: "window", activeWithinDays: undefined},
  segment: (r, f) => grid[5 - r]![f - 1]!,
  ties: "shareBelow",
  edges: undefined,
  weights: {r: 1 / 3, f: 1 / 3, m: 1 / 3},
  scale: "share",
  tiers: {platinum: 0.8, gold: 0.6, silver: 0.4},
  lifeCycle: {activeDays: 90, lostDays: 365, loyalOrders: 4},
  slide: {from: ["champions"], to: ["at_risk", "cant_lose"], withinMonths: 6},
};
