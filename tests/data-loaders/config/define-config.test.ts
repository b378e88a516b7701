import {describe, expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {defaultSegments} from "../../../data-loaders/config/segment-map.ts";
import type {ShopConfig, ShopConfigInput} from "../../../data-loaders/config/shop-schema.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {parquet} from "../../../data-loaders/sources/parquet.ts";

const least = {name: "Shop", sources: {order_lines: csv({path: "lines.csv"})}};

/** A configuration that has one value other than the least one. */
function configure(path: string, value: unknown): ShopConfig {
  const input = structuredClone(least) as Record<string, unknown>;
  const names = path.split(".");
  const last = names.pop()!;
  let part = input;
  for (const name of names) {
    part[name] ??= {};
    part = part[name] as Record<string, unknown>;
  }
  if (value === undefined) delete part[last];
  else part[last] = value;
  return defineConfig(input as ShopConfigInput);
}

function read(config: object, path: string): unknown {
  return path.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], config);
}

test("everything but name and order lines has a default", () => {
  expect(defineConfig(least)).toEqual({
    name: "Shop",
    timeZone: "Europe/Istanbul",
    definitionVersion: "1",
    currency: "TRY",
    languages: ["tr", "en"],
    sources: {
      order_lines: {
        kind: "csv",
        path: "lines.csv",
        columns: {},
        delimiter: ",",
        quote: '"',
        decimalSeparator: ".",
        encoding: "utf-8",
      },
    },
    rfm: {
      preset: "ecommerce",
      windows: [],
      recency: "edges",
      recencyDays: [30, 60, 90, 180],
      recencyBasis: "purchase",
      pool: "buyers",
      ties: "shareBelow",
      edges: "monthly",
      weights: {r: 1 / 3, f: 1 / 3, m: 1 / 3},
      scale: "share",
      tiers: {platinum: 0.8, gold: 0.6, silver: 0.4},
    },
    segments: defaultSegments,
    poolStates: {
      lapsed: {label: {tr: "Süresi geçmiş", en: "Lapsed"}, colour: "#B8B8BD"},
      outside: {label: {tr: "Havuz dışı", en: "Outside the pool"}, colour: "#C9C9CE"},
      prospect: {label: {tr: "Henüz almamış", en: "Prospect"}, colour: "#DADADF"},
      unknown: {label: {tr: "Yeni gelen", en: "Newly known"}, colour: "#DADADF"},
    },
    cohorts: [
      {from: "registration", to: "order"},
      {from: "order", to: "visit"},
      {from: "order", to: "open"},
    ],
    lifecycle: {preset: "mudavim", activeDays: 90, lostDays: 365, loyalOrders: 4},
    value: {discountRate: 0.01, holdoutMonths: 6, model: "auto"},
    engagement: {
      points: {
        pageView: 1,
        productView: 2,
        search: 0,
        favourite: 0,
        addToCart: 5,
        emailOpen: 1,
        click: 3,
        call: 0,
        ticket: 0,
        surveyAnswer: 0,
      },
      days: 30,
      halfLifeDays: 14,
    },
    slide: {from: ["champions"], to: ["at_risk", "cant_lose"], withinMonths: 6},
    alternatives: [],
    watchedEdges: [
      {from: "champions", to: "loyal"},
      {from: "loyal", to: "at_risk"},
      {from: "at_risk", to: "champions"},
      {from: "new_customers", to: "potential_loyalists"},
    ],
    privacy: {minCustomers: 10, publishCustomers: false, allowed: []},
    identity: {maxAccountsPerIdentifier: 5, defaultCountry: "TR"},
    productLife: {overrides: {}},
    levers: {targets: {}},
    baskets: {minCount: 30, minSupport: 0.0001},
    alerts: {unusual: true, lowestGrade: "C", staleDays: 45, restatements: "unexplained"},
    quality: {maxRejectShare: 0.01},
    ageBands: [25, 35, 45, 55, 65],
  });
});

test.each<[string, unknown]>([
  ["name", "Kitapçı"],
  ["timeZone", "Europe/London"],
  ["currency", "GBP"],
  ["languages", ["en"]],
  ["asOf", "2024-02-29"],
  ["value.discountRate", 0],
  ["value.holdoutMonths", 3],
  ["value.model", "pareto-nbd"],
  ["value.margin", 0.35],
  ["rfm.preset", "seasonal"],
  ["rfm.windowMonths", 60],
  ["rfm.recency", "quintile"],
  ["rfm.recencyDays", [1, 2, 3, 4]],
  ["rfm.pool", "active"],
  ["rfm.pool", {minOrders: 2, scope: "window"}],
  ["rfm.pool", {minOrders: 2, scope: "ever", activeWithinDays: 30}],
  ["rfm.windows", [6, 24]],
  ["rfm.ties", "first"],
  ["rfm.edges", {snapshot: "2026-03", frequency: [2, 2, 3, null], monetary: [-5, 0.5, 100, 1000]}],
  ["rfm.weights", {r: 0.5, f: 0.3, m: 0.2}],
  ["rfm.scale", "minmax"],
  ["rfm.tiers", {platinum: 0.9, gold: 0.5, silver: 0}],
  ["lifecycle.preset", "rmc"],
  ["lifecycle.activeDays", 30],
  ["lifecycle.lostDays", 91],
  ["lifecycle.loyalOrders", 2],
  ["engagement.points.call", 7],
  ["engagement.days", 90],
  ["engagement.halfLifeDays", null],
  ["slide.from", ["loyal", "lapsed"]],
  ["slide.to", ["hibernating"]],
  ["slide.withinMonths", 24],
  ["cohorts", [{from: "visit", to: "order"}]],
  ["cohorts", []],
  ["privacy.minCustomers", 1],
  ["quality.maxRejectShare", 0],
  ["ageBands", [18]],
  ["identity.maxAccountsPerIdentifier", 1],
  ["identity.defaultCountry", "GB"],
  [
    "sources.order_lines",
    {
      ...csv({path: "x"}),
      columns: {a: "instant"},
      delimiter: ";",
      quote: "'",
      decimalSeparator: ",",
      encoding: "utf-16",
    },
  ],
  [
    "sources.returns",
    {kind: "csv", path: "x", columns: {}, delimiter: ",", quote: '"', decimalSeparator: ".", encoding: "utf-8"},
  ],
  [
    "sources.customers",
    parquet({path: "x", map: {customer_id: "id"}, reject: {staff: "is_staff"}, key: ["customer_id"]}),
  ],
])("%s accepts %j", (path, value) => {
  expect(read(configure(path, value), path)).toEqual(value);
});

test.each<[string, unknown, string]>([
  ["name", undefined, "name: expected string, received undefined"],
  ["name", "", "name: too small: expected string to have >=1 characters"],
  ["nmae", "x", "nmae: unknown option"],
  ["timeZone", "Europe/Ankara", "timeZone: unknown time zone"],
  ["currency", "Lira", "currency: expected a currency code such as TRY"],
  ["languages", [], "languages: too small: expected array to have >=1 items"],
  ["languages", ["de"], 'languages.0: invalid option: expected one of "tr"|"en"'],
  ["languages", ["tr", "tr"], "languages: each language once"],
  ["asOf", "31.10.2026", "asOf: expected a day such as 2026-10-31"],
  ["asOf", "2026-02-30", "asOf: no such day"],
  ["value.margin", 0, "value.margin: too small: expected number to be >0"],
  ["value.discountRate", 12, "value.discountRate: too big: expected number to be <=0.2"],
  [
    "cohorts",
    [
      {from: "order", to: "open"},
      {from: "order", to: "open"},
    ],
    "cohorts: each pair once",
  ],
  ["sources", undefined, "sources: expected object, received undefined"],
  [
    "sources.order_lines",
    undefined,
    "sources.order_lines: missing: the lines of the orders are what everything is computed from",
  ],
  ["sources.visits", csv({path: "x"}), "sources.visits: unknown option"],
  [
    "sources.order_lines.kind",
    "excel",
    "sources.order_lines.kind: invalid discriminator value. Expected 'api' | 'csv' | 'json' | 'parquet' | 'postgres' | 'xlsx'",
  ],
  ["sources.order_lines.path", "", "sources.order_lines.path: too small: expected string to have >=1 characters"],
  [
    "sources.order_lines.delimiter",
    ";;",
    "sources.order_lines.delimiter: too big: expected string to have exactly 1 characters",
  ],
  ["sources.order_lines.columns", {a: "money"}, "sources.order_lines.columns.a: invalid option"],
  [
    "sources.order_lines.map",
    {order_id: "a", amount: "b", colour: "c"},
    "sources.order_lines.map.colour: unknown field; order_lines has order_id, line_no",
  ],
  ["sources.order_lines.map", {order_id: "a"}, "sources.order_lines.map.amount: missing: every row needs it"],
  ["rfm.preset", "retail", 'rfm.preset: invalid option: expected one of "ecommerce"|"seasonal"'],
  ["rfm.windowMonths", 0, "rfm.windowMonths: too small: expected number to be >=1"],
  ["rfm.windowMonths", 61, "rfm.windowMonths: too big: expected number to be <=60"],
  ["rfm.windowMonths", 1.5, "rfm.windowMonths: expected int, received number"],
  ["rfm.recency", "cut", 'rfm.recency: invalid option: expected one of "edges"|"quintile"'],
  ["rfm.recencyDays", [30, 60, 60, 90], "rfm.recencyDays: expected four increasing numbers of days"],
  ["rfm.windows", [6, 6], "rfm.windows: each window once"],
  ["rfm.weights", {r: 0.5, f: 0.3, m: 0.3}, "rfm.weights: expected three weights that add up to 1"],
  ["rfm.weights", {r: 1.5, f: -0.5, m: 0}, "rfm.weights.f: too small: expected number to be >=0"],
  [
    "rfm.tiers",
    {platinum: 0.6, gold: 0.6, silver: 0.4},
    "rfm.tiers: expected platinum above gold and gold above silver",
  ],
  [
    "rfm.recencyBasis",
    "touch",
    "rfm.recencyBasis: no source says when anybody was in touch: give web_events, message_events, calls, tickets or survey_answers",
  ],
  ["lifecycle.lostDays", 90, "lifecycle.lostDays: expected more days than activeDays"],
  ["lifecycle.loyalOrders", 1, "lifecycle.loyalOrders: too small: expected number to be >=2"],
  ["engagement.halfLifeDays", 0, "engagement.halfLifeDays: too small: expected number to be >0"],
  ["segments", "eleven", "segments: expected array, received string"],
  ["rfm.recencyDays", [30, 60, 90], "rfm.recencyDays: too small: expected array to have >=4 items"],
  ["rfm.recencyDays", [0, 60, 90, 180], "rfm.recencyDays.0: too small: expected number to be >=1"],
  ["rfm.pool", "everybody", "rfm.pool: invalid input"],
  ["rfm.pool", {minOrders: 2}, "rfm.pool: invalid input"],
  ["slide.from", [], "slide.from: too small: expected array to have >=1 items"],
  ["slide.from", ["vip"], 'slide.from.0: no segment has the key "vip"'],
  ["slide.to", ["unknown"], "slide.to.0: nobody can be unknown at a snapshot"],
  ["slide.to", ["at_risk", "champions"], "slide.to.1: champions is in slide.from too"],
  ["slide.withinMonths", 25, "slide.withinMonths: too big: expected number to be <=24"],
  ["privacy.minCustomers", 0, "privacy.minCustomers: too small: expected number to be >=1"],
  ["quality.maxRejectShare", 1.1, "quality.maxRejectShare: too big: expected number to be <=1"],
  ["identity.maxAccountsPerIdentifier", 0, "identity.maxAccountsPerIdentifier: too small: expected number to be >=1"],
  ["identity.defaultCountry", "Turkey", "identity.defaultCountry: expected a country code such as TR"],
  ["ageBands", [35, 25], "ageBands: expected increasing ages"],
  ["ageBands", [25, 25], "ageBands: expected increasing ages"],
  ["ageBands", [], "ageBands: too small: expected array to have >=1 items"],
])("%s refuses %j", (path, value, message) => {
  expect(() => configure(path, value)).toThrow(message);
});

test("every problem is named, each on its line", () => {
  expect(() => defineConfig({...least, currency: "x", asOf: "x"})).toThrow(
    "currency: expected a currency code such as TRY\nasOf: expected a day such as 2026-10-31",
  );
});

describe("the segment map", () => {
  const name = (key: string, ...cells: string[]) => ({key, label: {tr: key, en: key}, colour: "#112233", cells});
  const define = (...segments: ReturnType<typeof name>[]) =>
    defineConfig({...least, segments, slide: {from: [segments[0]!.key], to: [segments.at(-1)!.key]}});

  test("may be any that owns every cell once", () => {
    expect(define(name("a", "R1-5 F1-4"), name("b", "R1-3 F5", "R4-5 F5")).segments).toHaveLength(2);
    expect(define(name("a", "R1-5 F1-5 M1"), name("b", "R1-5 F1-5 M2-5")).segments).toHaveLength(2);
  });

  test.each<[string, ReturnType<typeof name>[], string]>([
    ["a hole", [name("a", "R1-5 F1-4"), name("b", "R1-4 F5")], "segments: cell R5 F5 belongs to no segment"],
    ["an overlap", [name("a", "R1-5 F1-5"), name("b", "R3 F2")], "segments: cell R3 F2 is claimed by a and b"],
    [
      "a hole in M",
      [name("a", "R1-5 F1-5 M1-4"), name("b", "R1-4 F1-5 M5", "R5 F2-5 M5")],
      "segments: cell R5 F1 M5 belongs to no segment",
    ],
    [
      "an overlap in M",
      [name("a", "R1-5 F1-5"), name("b", "R1 F1 M3")],
      "segments: cell R1 F1 M3 is claimed by a and b",
    ],
    [
      "cells that nobody can read",
      [name("a", "R6 F1"), name("b", "R1-5 F1-5")],
      'segments: a: cannot read the cells "R6 F1"; write for example "R1-2 F3" or "R5 F4-5 M1-3"',
    ],
    [
      "a range backwards",
      [name("a", "R1-5 F5-1"), name("b", "R1-5 F1-4")],
      "segments: cell R1 F5 belongs to no segment",
    ],
    ["a key twice", [name("a", "R1-5 F1-4"), name("a", "R1-5 F5")], "segments.1.key: a is taken"],
    ["a pool state's key", [name("lapsed", "R1-5 F1-4"), name("b", "R1-5 F5")], "segments.0.key: lapsed is taken"],
    [
      "a key in capitals",
      [name("VIP", "R1-5 F1-4"), name("b", "R1-5 F5")],
      "segments.0.key: expected lower-case words joined by _",
    ],
    [
      "a colour by name",
      [{...name("a", "R1-5 F1-4"), colour: "red"}, name("b", "R1-5 F5")],
      "segments.0.colour: expected a colour such as #0F4C81",
    ],
  ])("refuses %s", (_, segments, message) => {
    expect(() => define(...segments)).toThrow(message);
  });

  test("at most ten problems are shown", () => {
    expect(() => define(name("a", "R1 F1"), name("b", "R2 F1"))).toThrow(
      /^(segments: cell R\d F\d belongs to no segment\n){10}… and 13 more$/,
    );
  });
});
