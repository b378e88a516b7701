import {defaultSegments, type Segment} from "../../data-loaders/config/segment-map.ts";
import {formatDay, parseDay} from "../oracle/calendar.ts";
import {defaults, type Options, type Shop} from "../oracle/shop.ts";
import fc from "./fast-check.ts";
import type {ShopOptions} from "./make-shop.ts";

const firstDay = parseDay("2024-01-10");
const customers = 40;
const days = 14 * 30;

const day = fc.integer({min: 0, max: days}).map((offset) => formatDay(firstDay + offset));
/** Few different amounts, so that there are ties; with fractions down to a ten-thousandth. */
const amount = fc.constantFrom(100_000, 100_000, 200_000, 250_000, 333_333, 1, 999_999, 12_500_000);
const customer = fc.integer({min: 1, max: customers}).map((number) => `c${number}`);

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({weight: 8, arbitrary: fc.constant(undefined)}, {weight: 1, arbitrary});
}

const line = fc.record(
  {
    lineNo: fc.integer({min: 1, max: 3}),
    amount: fc.oneof({weight: 9, arbitrary: amount}, {weight: 1, arbitrary: fc.constant(0)}),
    discount: fc.constantFrom(0, 0, 0, 50_000, 100_000, 300_000),
    isCancelled: fc.integer({min: 0, max: 9}).map((draw) => draw === 0),
    isReturn: fc.constant(false),
    city: fc.constantFrom("İzmir", "İzmir", "İzmir", "Bursa", "Muş"),
  },
  {requiredKeys: ["amount"]},
);

const order = fc.record({
  customer: fc.oneof({weight: 12, arbitrary: customer}, {weight: 1, arbitrary: fc.constant(undefined)}),
  at: fc.tuple(day, fc.constantFrom("00:00:00", "12:30:00", "23:59:59")).map((parts) => parts.join(" ")),
  lines: fc.oneof(
    {weight: 3, arbitrary: fc.array(line, {minLength: 1, maxLength: 1})},
    {weight: 1, arbitrary: fc.uniqueArray(line, {minLength: 1, maxLength: 3, selector: ({lineNo}) => lineNo ?? 0})},
  ),
  isReturn: fc.integer({min: 0, max: 14}).map((draw) => draw === 0),
  /** Days after the order, and how much comes back. */
  givenBack: seldom(fc.tuple(fc.integer({min: 0, max: 150}), amount)),
  cancelled: seldom(fc.constantFrom("order" as const, 1, 2)),
});

/** Up to 40 customers over 14 months: guests, returns by line and by file, cancellations by flag, line and order, ties. */
export const randomShop: fc.Arbitrary<Shop> = fc
  .record({
    /** An order that counts, before any `asOf`. */
    first: fc.integer({min: 0, max: days - 200}).map((offset) => formatDay(firstDay + offset)),
    orders: fc.array(order, {minLength: 1, maxLength: 160, size: "max"}),
    registrations: fc.uniqueArray(fc.record({customer, on: day}), {
      maxLength: 15,
      selector: (registration) => registration.customer,
    }),
  })
  .map(({first, orders, registrations}) => ({
    lines: [
      {order: "first", customer: "c1", at: first, amount: 100_000},
      ...orders.flatMap(({lines, customer, at, isReturn}, i) =>
        lines.map((line) => ({
          ...line,
          order: `o${i}`,
          at,
          ...(customer === undefined ? {} : {customer}),
          ...(isReturn ? {isReturn: true, isCancelled: false, amount: -line.amount, discount: 0} : {}),
        })),
      ),
    ],
    returns: orders.flatMap(({givenBack, at, isReturn}, i) =>
      givenBack && !isReturn
        ? [{order: `o${i}`, at: `${formatDay(parseDay(at) + givenBack[0])} 10:00:00`, amount: givenBack[1]}]
        : [],
    ),
    cancellations: orders.flatMap(({cancelled, isReturn}, i) =>
      cancelled && !isReturn ? [{order: `o${i}`, ...(cancelled === "order" ? {} : {lineNo: cancelled})}] : [],
    ),
    customers: registrations,
  }));

export interface RandomOptions {
  oracle: Options;
  config: ShopOptions;
  segments: readonly string[];
}

/** Six segments that use all three scores. */
const monetaryMap: Segment[] = [
  ["hot_rich", "R4-5 F1-5 M4-5"],
  ["hot_poor", "R4-5 F1-5 M1-3"],
  ["warm_often", "R2-3 F4-5"],
  ["warm_seldom", "R2-3 F1-3"],
  ["cold_rich", "R1 F1-5 M5"],
  ["cold_poor", "R1 F1-5 M1-4"],
].map(([key, cells]) => ({key: key!, label: {tr: key!, en: key!}, colour: "#123456", cells: [cells!]}));

function findMonetarySegment(r: number, f: number, m: number): string {
  if (r >= 4) return m >= 4 ? "hot_rich" : "hot_poor";
  if (r >= 2) return f >= 4 ? "warm_often" : "warm_seldom";
  return m === 5 ? "cold_rich" : "cold_poor";
}

const maps = {
  default: {segments: defaultSegments, segment: defaults.segment},
  monetary: {segments: monetaryMap, segment: findMonetarySegment},
};

const slides = {
  default: [
    {from: ["champions"], to: ["at_risk", "cant_lose"]},
    {from: ["champions", "loyal", "lapsed"], to: ["at_risk", "hibernating", "about_to_sleep"]},
    {from: ["new_customers", "outside"], to: ["promising", "lapsed"]},
  ],
  monetary: [
    {from: ["hot_rich", "hot_poor"], to: ["cold_rich", "cold_poor"]},
    {from: ["prospect", "hot_rich"], to: ["warm_seldom"]},
  ],
};

const pools = [
  {given: "buyers" as const, pool: defaults.pool},
  {given: "active" as const, pool: {minOrders: 4, scope: "ever" as const, activeWithinDays: 90}},
  ...[
    {minOrders: 2, scope: "window" as const},
    {minOrders: 2, scope: "ever" as const, activeWithinDays: 120},
  ].map((given) => ({
    given,
    pool: {activeWithinDays: undefined, ...given},
  })),
];

const recencyDays: [number, number, number, number][] = [
  [30, 60, 90, 180],
  [7, 30, 61, 122],
  [60, 61, 62, 63],
];

/** Options as the configuration and as the oracle write them. */
export const randomOptions: fc.Arbitrary<RandomOptions> = fc
  .record({
    windowMonths: fc.constantFrom(1, 2, 3, 6, 12, 24),
    recency: fc.constantFrom("edges" as const, "edges" as const, "quintile" as const),
    recencyDays: fc.constantFrom(...recencyDays),
    pool: fc.constantFrom(pools[0]!, ...pools),
    map: fc.constantFrom("default" as const, "default" as const, "monetary" as const),
    slide: fc.nat(),
    withinMonths: fc.constantFrom(1, 3, 6, 12),
    asOf: fc.oneof(fc.constant(undefined), fc.integer({min: days - 200, max: days + 60})),
    minCustomers: fc.constantFrom(1, 2, 3, 5, 10),
    scoring: fc.constantFrom("monthly" as const, "monthly" as const, "first" as const, "frozen" as const),
    frozen: fc.record({
      frequency: fc.constantFrom([2, 3, 4, 6], [2, 2, 5, null], [1, null, null, null]),
      monetary: fc.constantFrom([10, 20, 33.3333, 100], [-5, 0, 0.0001, 50]),
    }),
    weights: fc.constantFrom(defaults.weights, {r: 0.5, f: 0.3, m: 0.2}, {r: 0, f: 0, m: 1}),
    scale: fc.constantFrom("share" as const, "minmax" as const),
    lifeCycle: fc.constantFrom(defaults.lifeCycle, {activeDays: 30, lostDays: 61, loyalOrders: 2}),
  })
  .map(
    ({windowMonths, recency: anyRecency, recencyDays, pool, map, slide, withinMonths, asOf, minCustomers, ...rest}) => {
      const {scoring, frozen, weights, scale, lifeCycle} = rest;
      const recency = scoring === "frozen" ? "edges" : anyRecency;
      const ties = scoring === "first" ? "first" : "shareBelow";
      const ends = slides[map][slide % slides[map].length]!;
      const {segments, segment} = maps[map];
      const lastDay = asOf === undefined ? undefined : formatDay(firstDay + asOf);
      return {
        segments: segments.map(({key}) => key),
        oracle: {
          asOf: lastDay,
          windowMonths,
          recency,
          recencyDays,
          pool: pool.pool,
          segment,
          ties,
          edges: scoring === "frozen" ? frozen : undefined,
          weights,
          scale,
          tiers: defaults.tiers,
          lifeCycle,
          slide: {...ends, withinMonths},
        },
        config: {
          ...(lastDay ? {asOf: lastDay} : {}),
          rfm: {
            windowMonths,
            recency,
            recencyDays,
            pool: pool.given,
            ties,
            edges: scoring === "frozen" ? ({snapshot: "2024-06", ...frozen} as never) : "monthly",
            weights,
            scale,
          },
          lifecycle: lifeCycle,
          segments,
          slide: {...ends, withinMonths},
          privacy: {minCustomers},
        },
      };
    },
  );
