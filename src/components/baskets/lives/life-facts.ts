import type {ProductLifeRow} from "./life-row.ts";

/** Gaps that keep to the life make a rhythm where they are three times as many as of things bought by chance. */
const RHYTHM = 0.3;
/** Products that stand in for categories in a shop without any. */
const MOST_PRODUCTS = 20;

export interface LifeFacts {
  /** What the page is about: categories, else the products that most people buy. */
  level: "category" | "product";
  /** Bought on a rhythm, or given a life by the shop; the steadiest first. */
  rhythmic: ProductLifeRow[];
  /** Bought again, but at no certain time; the shortest life first. */
  others: ProductLifeRow[];
  /** Without a life: too few come back. */
  unknown: ProductLifeRow[];
}

export function getLifeFacts(rows: readonly ProductLifeRow[]): LifeFacts {
  const level = rows.some((row) => row.level === "category") ? "category" : "product";
  const own = rows
    .filter((row) => row.level === level)
    .sort((a, b) => b.customers - a.customers || compare(a.item, b.item));
  const shown = level === "category" ? own : own.filter((row, i) => i < MOST_PRODUCTS || isRhythmic(row));
  const known = shown.filter(({life_days}) => life_days !== null);
  return {
    level,
    rhythmic: known
      .filter(isRhythmic)
      .sort((a, b) => (b.on_time_share ?? 0) - (a.on_time_share ?? 0) || compare(a.item, b.item)),
    others: known
      .filter((row) => !isRhythmic(row))
      .sort((a, b) => a.life_days! - b.life_days! || compare(a.item, b.item)),
    unknown: shown.filter(({life_days}) => life_days === null),
  };
}

function isRhythmic({life_source, on_time_share}: ProductLifeRow): boolean {
  return life_source === "override" || (on_time_share ?? 0) >= RHYTHM;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
