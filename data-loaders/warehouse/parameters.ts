import {listCohortPairs} from "../config/cohort-pairs.ts";
import {listLifeCycleParameters} from "../config/life-cycle.ts";
import type {ShopConfig} from "../config/shop-schema.ts";
import {hasTouches} from "../config/touch-sources.ts";

/** The configuration's scalars as the `$names` that SQL files use. */
export function listParameters(config: ShopConfig): Record<string, string | number | boolean | null> {
  const {rfm, slide, identity, privacy, baskets} = config;
  const pool = resolvePool(rfm.pool);
  return {
    as_of: config.asOf ?? null,
    time_zone: config.timeZone,
    window_months: resolveWindowMonths(config),
    ...listScoreParameters(config),
    pool_min_orders: pool.minOrders,
    pool_counts_ever: pool.scope === "ever",
    pool_active_days: pool.activeWithinDays ?? null,
    slide_within_months: slide.withinMonths,
    max_accounts_per_identifier: identity.maxAccountsPerIdentifier,
    default_country: identity.defaultCountry,
    holdout_months: config.value.holdoutMonths,
    min_customers: privacy.minCustomers,
    cohort_pairs: listCohortPairs(config.cohorts),
    basket_min_count: baskets.minCount,
    basket_min_support: baskets.minSupport,
  };
}

function listScoreParameters({rfm, lifecycle, engagement, sources}: ShopConfig) {
  const {points} = engagement;
  const frozen = rfm.edges === "monthly" ? undefined : rfm.edges;
  const none = [null, null, null, null];
  const [frequency, monetary] = [frozen?.frequency ?? none, frozen?.monetary ?? none];
  const at = (name: string, values: readonly (number | null)[], first: number, step: number) =>
    Object.fromEntries(values.map((value, i) => [`${name}_${first + i * step}`, value]));
  return {
    recency_by_quintile: rfm.recency === "quintile",
    recency_by_touch: rfm.recencyBasis === "touch",
    ...at("recency_days", rfm.recencyDays, 5, -1),
    ties_first: rfm.ties === "first",
    has_frozen_edges: frozen !== undefined,
    ...at("frequency_edge", frequency, 2, 1),
    ...at("monetary_edge", monetary, 2, 1),
    weight_r: rfm.weights.r,
    weight_f: rfm.weights.f,
    weight_m: rfm.weights.m,
    scale_is_minmax: rfm.scale === "minmax",
    tier_platinum: rfm.tiers.platinum,
    tier_gold: rfm.tiers.gold,
    tier_silver: rfm.tiers.silver,
    ...listLifeCycleParameters(lifecycle),
    has_touches: hasTouches(sources),
    engagement_days: engagement.days,
    engagement_half_life_days: engagement.halfLifeDays,
    points_page_view: points.pageView,
    points_product_view: points.productView,
    points_search: points.search,
    points_favourite: points.favourite,
    points_add_to_cart: points.addToCart,
    points_email_open: points.emailOpen,
    points_click: points.click,
    points_call: points.call,
    points_ticket: points.ticket,
    points_survey_answer: points.surveyAnswer,
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
