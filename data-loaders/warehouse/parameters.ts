import type {ShopConfig} from "../config/shop-schema.ts";

/** The configuration's scalars as the `$names` that SQL files use. */
export function listParameters(config: ShopConfig): Record<string, string | number | boolean | null> {
  const {rfm, slide, identity, privacy} = config;
  const pool = resolvePool(rfm.pool);
  return {
    as_of: config.asOf ?? null,
    time_zone: config.timeZone,
    window_months: resolveWindowMonths(config),
    recency_by_quintile: rfm.recency === "quintile",
    pool_min_orders: pool.minOrders,
    pool_counts_ever: pool.scope === "ever",
    pool_active_days: pool.activeWithinDays ?? null,
    slide_within_months: slide.withinMonths,
    max_accounts_per_identifier: identity.maxAccountsPerIdentifier,
    default_country: identity.defaultCountry,
    min_customers: privacy.minCustomers,
  };
}

/** Months in the look-back window. */
export function resolveWindowMonths({rfm}: ShopConfig): number {
  return rfm.windowMonths ?? {ecommerce: 12, seasonal: 24}[rfm.preset];
}

function resolvePool(pool: ShopConfig["rfm"]["pool"]) {
  if (pool === "buyers") return {minOrders: 1, scope: "window"} as const;
  if (pool === "active") return {minOrders: 4, scope: "ever", activeWithinDays: 90} as const;
  return pool;
}
