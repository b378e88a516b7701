import type {Month} from "./month.ts";

/** What pages know about the published data as a whole. */
export interface Manifest {
  shop: {name: string; currency: string; timeZone: string; languages: string[]};
  /** The last day of data, `YYYY-MM-DD`. */
  asOf: string;
  /** Every month with a snapshot, oldest first. */
  months: Month[];
  /** Whether the newest month is not over at `asOf`. */
  isPartialMonth: boolean;
  definitions: {
    version: number | string;
    hash: string;
    rfm: {windowMonths: number; recency: string; recencyDays: number[]};
    lifeCycle: {
      activeDays: number;
      lostDays: number;
      loyalOrders: number;
      states: readonly {key: string; label: {tr: string; en: string}; colour: string}[];
    };
    slide: {from: string[]; to: string[]; withinMonths: number};
    /** What later money is worth, the months that the backtest predicts, and the share that is left after the cost of goods. */
    value: {discountRate: number; holdoutMonths: number; margin: number | null};
    /** Other definitions under which the newest month is scored too, with the segments of each. */
    alternatives: readonly {
      name: string;
      segments: readonly {key: string; label: {tr: string; en: string}; colour: string}[];
    }[];
  };
  sources: ManifestSource[];
  tables: ManifestTable[];
}

export interface ManifestSource {
  name: string;
  file: string;
  records: number;
  accepted: number;
  rejected: number;
  rejects: {rule: string; count: number}[];
}

export interface ManifestTable {
  name: string;
  file: string;
  rows: number;
  bytes: number;
  sha256: string;
  grain: string;
  key: string[];
  columns: {name: string; type: string; isNullable: boolean; description: string}[];
}
