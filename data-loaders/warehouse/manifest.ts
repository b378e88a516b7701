import {type LifeCycleState, listLifeCycleStates} from "../config/life-cycle.ts";
import type {ShopConfig} from "../config/shop-schema.ts";
import {hasTouches} from "../config/touch-sources.ts";
import {fingerprint} from "./fingerprint.ts";
import {listParameters} from "./parameters.ts";
import type {Warehouse} from "./warehouse.ts";

/** What is published beside the tables: enough to check every file, and to say what its numbers mean. */
export interface Manifest {
  shop: {name: string; currency: string; timeZone: string; languages: string[]};
  /** Last day of data. */
  asOf: string;
  /** `2026-10`, from the first month of data to the last. */
  months: string[];
  isPartialMonth: boolean;
  definitions: {
    version: string;
    hash: string;
    rfm: {
      windowMonths: number;
      recency: string;
      recencyDays: number[];
      pool: unknown;
      /** Further windows under which segment sizes are published. */
      windows: number[];
      recencyBasis: string;
      ties: string;
      /** `monthly`, or the month whose edges are kept. */
      edges: string;
      weights: {r: number; f: number; m: number};
      scale: string;
      tiers: {platinum: number; gold: number; silver: number};
    };
    lifeCycle: ShopConfig["lifecycle"] & {states: readonly LifeCycleState[]};
    /** Null where no source has footprints. */
    engagement: ShopConfig["engagement"] | null;
    slide: {from: string[]; to: string[]; withinMonths: number};
    /** What later money is worth, the months that the backtest predicts, and the share that is left after the cost of goods. */
    value: {discountRate: number; holdoutMonths: number; margin: number | null};
    /** Other definitions under which the newest month is scored too, with the segments of each. */
    alternatives: {name: string; segments: {key: string; label: {tr: string; en: string}; colour: string}[]}[];
  };
  sources: {
    name: string;
    file: string;
    sha256: string;
    records: number;
    accepted: number;
    rejected: number;
    rejects: {rule: string; count: number}[];
  }[];
  tables: PublishedTable[];
}

export interface PublishedTable {
  /** `segment-sizes` */
  name: string;
  /** `segment-sizes.arrow` */
  file: string;
  rows: number;
  bytes: number;
  sha256: string;
  grain: string;
  key: string[];
  columns: {name: string; type: string; isNullable: boolean; description: string}[];
}

/** Describes what a run published: the tables that it brought up to date. */
export function describePublished(warehouse: Warehouse): Manifest {
  const {config} = warehouse.loaded;
  const {window_months, as_of: _day, ...values} = listParameters(config); // another day is no other definition
  const last = warehouse.months.at(-1)!;
  const published = warehouse.listPublished().filter((name) => warehouse.built.has(name));
  const tables = published.map((name): PublishedTable => {
    const {contract, file} = warehouse.graph.get(name)!;
    const {rows, bytes, sha256} = warehouse.built.get(name)!.arrow!;
    const stem = /([a-z0-9-]+)\.arrow\.(?:sql|ts)$/.exec(file)![1]!;
    return {
      name: stem,
      file: `${stem}.arrow`,
      rows,
      bytes,
      sha256,
      grain: contract.grain,
      key: contract.key,
      columns: contract.columns.map(({about, ...column}) => ({...column, description: about})),
    };
  });
  return {
    shop: {name: config.name, currency: config.currency, timeZone: config.timeZone, languages: config.languages},
    asOf: last.monthEnd,
    months: warehouse.months.map(({month}) => month.slice(0, 7)),
    isPartialMonth: last.isPartial,
    definitions: {
      version: config.definitionVersion,
      hash: fingerprint([
        window_months,
        values,
        config.rfm,
        config.segments.map(({key, cells}) => [key, cells]),
        config.slide,
      ]),
      rfm: {
        windowMonths: window_months as number,
        recency: config.rfm.recency,
        recencyDays: [...config.rfm.recencyDays],
        pool: config.rfm.pool,
        windows: config.rfm.windows,
        recencyBasis: config.rfm.recencyBasis,
        ties: config.rfm.ties,
        edges: config.rfm.edges === "monthly" ? "monthly" : config.rfm.edges.snapshot,
        weights: config.rfm.weights,
        scale: config.rfm.scale,
        tiers: config.rfm.tiers,
      },
      lifeCycle: {...config.lifecycle, states: listLifeCycleStates(config.lifecycle)},
      engagement: hasTouches(config.sources) ? config.engagement : null,
      slide: config.slide,
      value: {
        discountRate: config.value.discountRate,
        holdoutMonths: config.value.holdoutMonths,
        margin: config.value.margin ?? null,
      },
      alternatives: config.alternatives.map(({name, segments}) => ({
        name,
        segments: segments.map(({key, label, colour}) => ({key, label, colour})),
      })),
    },
    sources: warehouse.reports.map(({entity, file, sha256, records, accepted, rejected, rejects}) => ({
      name: entity,
      file,
      sha256,
      records,
      accepted,
      rejected,
      rejects: rejects.map(({rule, field, count}) => ({rule: field ? `${field}: ${rule}` : rule, count})),
    })),
    tables: tables.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
