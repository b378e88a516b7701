import type {FieldUsageRow} from "../../src/components/gaps/field-usage-row.ts";
import type {Manifest} from "../../src/components/manifest.ts";
import {monthDate} from "../../src/components/month.ts";
import type {CustomerCubeRow} from "../../src/components/profile/profile-rows.ts";
import type {SourceMonthRow} from "../../src/components/quality/quality-rows.ts";
import type {MonthlySalesRow} from "../../src/components/report/monthly-rows.ts";
import type {MigrationRow} from "../../src/components/report/movement-rows.ts";
import type {ReportData} from "../../src/components/report/report-data.ts";
import type {SlideRow, SlideTrendRow} from "../../src/components/report/slide-rows.ts";
import type {SegmentRow, SegmentSizeRow} from "../../src/components/segment-rows.ts";
import {getCauses, getLifeCycle, getLimits, getProjection, lifeCycleStates} from "./fixture-outlook.ts";
import {type CustomerMonth, type Shop, simulateShop} from "./fixture-shop.ts";
import {random} from "./random.ts";

export interface Fixture extends ReportData {
  cube: CustomerCubeRow[];
}

const within = 6;
const from = ["champions"];
const to = ["at_risk", "cant_lose"];

export const segmentRows: SegmentRow[] = [
  ["champions", "Champions", "Champions", "#0F4C81"],
  ["loyal", "Loyal", "Loyal", "#2F7FB8"],
  ["potential_loyalists", "Potential Loyalists", "Potential Loyalists", "#7DB7DE"],
  ["new_customers", "New Customers", "New Customers", "#2A9D8F"],
  ["promising", "Promising", "Promising", "#86CFC6"],
  ["need_attention", "Need Attention", "Need Attention", "#F2C14E"],
  ["about_to_sleep", "About to Sleep", "About to Sleep", "#E59F3C"],
  ["at_risk", "At Risk", "At Risk", "#D1603D"],
  ["cant_lose", "Can't Lose", "Can't Lose", "#9B2226"],
  ["hibernating", "Hibernating", "Hibernating", "#8D8D92"],
  ["lapsed", "Pencere dışı", "Lapsed", "#B8B8BD"],
  ["outside", "Havuz dışı", "Outside", "#C9C9CE"],
  ["prospect", "Aday", "Prospect", "#DADADF"],
  ["unknown", "Bilinmeyen", "Unknown", "#DADADF"],
].map(([key, label_tr, label_en, colour], order) => ({
  order,
  key: key!,
  label_tr: label_tr!,
  label_en: label_en!,
  colour: colour!,
  kind: order < 10 ? "segment" : "pool",
}));

const recent = ["champions", "new_customers"];
const impossible = [
  ...recent.flatMap((a) => ["at_risk", "cant_lose", "hibernating", "lapsed"].map((b) => [a, b] as const)),
  ...segmentRows.slice(0, 11).map((row) => [row.key, "prospect"] as const),
  ...["potential_loyalists", "promising", "loyal", "need_attention", "about_to_sleep"].map(
    (a) => [a, "lapsed"] as const,
  ),
  ["lapsed", "prospect"] as const,
  ["prospect", "lapsed"] as const,
  ["unknown", "lapsed"] as const,
];

/** What the published tables are computed from in the invented shop, which delivers all of it. */
const fieldUsageRows: FieldUsageRow[] = [
  ["order_lines", "customer_id", "monthly-sales"],
  ["order_lines", "customer_id", "segment-sizes"],
  ["order_lines", "customer_id", "customer-cube"],
  ["order_lines", "ordered_at", "segment-sizes"],
  ["order_lines", "quantity", null],
  ["order_lines", "product_id", "basket-rules"],
  ["orders", "city", "customer-cube"],
  ["orders", "channel", "customer-cube"],
  ["cancellations", "order_id", "monthly-sales"],
  ["returns", "amount", "monthly-sales"],
  ["customers", "registered_on", "segment-sizes"],
  ["customers", "gender", "customer-cube"],
  ["customers", "birth_year", "customer-cube"],
  ["customers", "acquisition_source", "customer-cube"],
  ["products", "category", "customer-cube"],
].map(([entity, field, used_by]) => ({
  entity: entity!,
  field: field!,
  is_required: false,
  is_filled: true,
  used_by: used_by ?? null,
}));

/** Every published table of an invented shop, consistent with each other. */
export function createFixture(options: Parameters<typeof simulateShop>[0] & {isPartialMonth?: boolean} = {}): Fixture {
  const shop = simulateShop(options);
  const slides = getSlides(shop);
  const isPartialMonth = options.isPartialMonth ?? false;
  const sizes = getSizes(shop);
  const migration = getMigration(shop);
  const trend = getTrend(shop, slides, isPartialMonth);
  return {
    manifest: getManifest(shop, isPartialMonth),
    segments: segmentRows,
    sizes,
    migration,
    slides,
    trend,
    limits: getLimits(trend),
    causes: getCauses(migration),
    projection: getProjection(sizes, shop.months),
    lifeCycle: getLifeCycle(shop.months),
    sales: getSales(shop),
    cube: getCube(shop),
    usage: fieldUsageRows,
    restatements: [],
    earlier: undefined,
    quality: getQuality(shop),
    reach: sizes
      .filter(({customers}) => customers > 0)
      .map(({month, segment, customers}) => ({
        month,
        segment,
        channel: "any",
        customers,
        reachable: segment === "at_risk" ? null : Math.ceil(customers / 2),
      })),
  };
}

function getQuality({months}: Shop): SourceMonthRow[] {
  return months.map((month) => ({
    month: monthDate(month),
    entity: "all",
    accepted: 9000,
    usual_rows: null,
    rejected: 0,
    orphans: 0,
    out_of_range: 0,
    needed_empty: 0,
    silent_days: 0,
    grade: "A",
    reason: null,
    reason_entity: null,
    reason_value: null,
  }));
}

function getSizes({months, snapshots}: Shop): SegmentSizeRow[] {
  return months.flatMap((month, m) =>
    segmentRows
      .filter(({key}) => key !== "unknown")
      .map(({key}) => {
        const members = snapshots[m]!.filter((customer) => customer.state === key);
        return {
          month: monthDate(month),
          segment: key,
          customers: members.length,
          net_revenue_window: sum(members, "revenueWindow"),
          order_count_window: sum(members, "ordersWindow"),
          net_revenue_month: sum(members, "revenueMonth"),
          order_count_month: sum(members, "ordersMonth"),
          is_warming_up: m < 12,
        };
      }),
  );
}

function getMigration({months, snapshots}: Shop): MigrationRow[] {
  const rows: MigrationRow[] = [];
  for (const horizon of [1, 3, 6, 12])
    for (let m = horizon; m < months.length; ++m) {
      const pairs = new Map<string, {customers: number; revenue: number}>();
      const origins = new Map<string, number>();
      snapshots[m]!.forEach((now, c) => {
        const before = snapshots[m - horizon]![c]!;
        if (now.state === "unknown") return;
        const key = `${before.state} ${now.state}`;
        const pair = pairs.get(key) ?? {customers: 0, revenue: 0};
        pair.customers += 1;
        pair.revenue += before.revenueWindow;
        pairs.set(key, pair);
        origins.set(before.state, (origins.get(before.state) ?? 0) + 1);
      });
      if (horizon === 1)
        for (const [a, b] of impossible)
          if (!pairs.has(`${a} ${b}`)) pairs.set(`${a} ${b}`, {customers: 0, revenue: 0});
      for (const [key, {customers, revenue}] of pairs) {
        const [from_segment, to_segment] = key.split(" ") as [string, string];
        rows.push({
          month: monthDate(months[m]!),
          horizon_months: horizon,
          from_segment,
          to_segment,
          customers,
          share_of_origin: customers / (origins.get(from_segment) ?? 1),
          revenue_at_stake: customers > 0 && customers < 3 ? null : revenue,
          is_impossible: customers === 0,
        });
      }
    }
  return rows;
}

function getSlides({months, snapshots}: Shop): SlideRow[] {
  const rows = new Map<string, SlideRow>();
  const next = random(11);
  for (let m = 1; m < months.length; ++m)
    snapshots[m]!.forEach((now, c) => {
      const state = (i: number) => snapshots[i]?.[c]?.state ?? "unknown";
      if (!to.includes(now.state) || to.includes(state(m - 1))) return;
      const start = [1, 2, 3, 4, 5, 6].map((h) => m - h).find((i) => i >= 0 && from.includes(state(i)));
      if (start === undefined) return;
      const path = Array.from({length: m - start + 1}, (_, i) => state(start + i))
        .filter((s, i, all) => s !== all[i - 1])
        .join(" → ");
      const cause = next() < 0.06 ? "thresholds" : next() < 0.15 ? "behaviour" : "ageing";
      const key = `${m} ${path} ${cause}`;
      const row = rows.get(key) ?? {
        month: monthDate(months[m]!),
        from_segment: state(start),
        to_segment: now.state,
        path,
        cause,
        customers: 0,
        revenue_at_stake: 0,
      };
      row.customers += 1;
      row.revenue_at_stake = (row.revenue_at_stake ?? 0) + snapshots[start]![c]!.revenueWindow;
      rows.set(key, row);
    });
  return [...rows.values()];
}

function getTrend({months, snapshots}: Shop, slides: readonly SlideRow[], isPartialMonth: boolean): SlideTrendRow[] {
  const rows: SlideTrendRow[] = [];
  months.forEach((month, m) => {
    const date = monthDate(month);
    const own = slides.filter((slide) => slide.month.getTime() === date.getTime());
    const counted = own.filter((slide) => slide.cause !== "thresholds");
    const earlier = rows.filter((row) => !row.is_warming_up).slice(-within);
    const could = snapshots[m]!.filter((_, c) => {
      const state = (i: number) => snapshots[i]?.[c]?.state ?? "unknown";
      return [1, 2, 3, 4, 5, 6].some((h) => from.includes(state(m - h))) && !to.includes(state(m - 1));
    });
    rows.push({
      month: date,
      customers: total(counted),
      customers_thresholds: total(own) - total(counted),
      base_customers: could.length,
      usual_customers: earlier.length < within ? null : total(earlier) / within,
      revenue_at_stake: counted.reduce((money, slide) => money + (slide.revenue_at_stake ?? 0), 0),
      is_warming_up: m < 12 + within,
      is_partial: isPartialMonth && m === months.length - 1,
    });
  });
  return rows;
}

function getSales({months, snapshots, firstOrderMonth}: Shop): MonthlySalesRow[] {
  return months.map((month, m) => ({
    month: monthDate(month),
    net_revenue: sum(snapshots[m]!, "revenueMonth"),
    gross_revenue: Math.round(sum(snapshots[m]!, "revenueMonth") * 1.08),
    orders: sum(snapshots[m]!, "ordersMonth"),
    customers: snapshots[m]!.filter((customer) => customer.ordersMonth > 0).length,
    new_customers: firstOrderMonth.filter((first) => first === m).length,
  }));
}

const values: Record<string, string[]> = {
  city: ["İstanbul", "Ankara", "İzmir", "Bursa", "Iğdır", "other"],
  channel: ["web", "app", "store"],
  gender: ["female", "male", "unknown"],
  age_band: ["18–24", "25–34", "35–44", "45–54", "55+"],
  acquisition_source: ["search", "social", "referral", "direct"],
};

function getCube({months, snapshots}: Shop): CustomerCubeRow[] {
  return months.flatMap((month, m) =>
    Object.entries(values).flatMap(([dimension, list]) =>
      list.flatMap((value, v) =>
        [null, ...segmentRows.slice(0, 10).map((row) => row.key)].map((segment) => {
          const members = snapshots[m]!.filter(
            (customer, c) =>
              share(c, list.length) === v &&
              (segment === null ? customer.ordersWindow > 0 : customer.state === segment),
          );
          return {
            month: monthDate(month),
            dimension,
            value,
            segment,
            customers: members.length,
            orders: sum(members, "ordersMonth"),
            net_revenue: sum(members, "revenueMonth"),
          };
        }),
      ),
    ),
  );
}

/** The value of a customer: the first values of a list are the common ones. */
function share(customer: number, values: number): number {
  return Math.min(values - 1, Math.floor((((customer * 7919) % 1000) / 1000) ** 2 * values));
}

function getManifest({months}: Shop, isPartialMonth: boolean): Manifest {
  const last = monthDate(months.at(-1)!);
  const end = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, isPartialMonth ? -13 : 0));
  return {
    shop: {name: "Çarşı Online", currency: "TRY", timeZone: "Europe/Istanbul", languages: ["tr", "en"]},
    asOf: end.toISOString().slice(0, 10),
    months,
    isPartialMonth,
    definitions: {
      version: 1,
      hash: "4d1f0a9c2b7e6d5f8a3b1c0e9d8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f",
      rfm: {windowMonths: 12, recency: "edges", recencyDays: [30, 60, 90, 180]},
      lifeCycle: {activeDays: 90, lostDays: 365, loyalOrders: 4, states: lifeCycleStates},
      slide: {from, to, withinMonths: within},
      value: {discountRate: 0.01, holdoutMonths: 6, margin: null},
      alternatives: [],
    },
    sources: [
      {
        name: "order_lines",
        file: "order-lines.csv",
        records: 412_380,
        accepted: 412_377,
        rejected: 3,
        rejects: [
          {rule: "amount is a number", count: 2},
          {rule: "order number is present", count: 1},
        ],
      },
      {name: "customers", file: "customers.csv", records: 6000, accepted: 6000, rejected: 0, rejects: []},
    ],
    tables: [
      {
        name: "segment-migration",
        file: "segment-migration.arrow",
        rows: 19_204,
        bytes: 830_000,
        sha256: "0".repeat(64),
        grain: "One row per month, horizon and ordered pair of segments",
        key: ["month", "horizon_months", "from_segment", "to_segment"],
        columns: [{name: "customers", type: "int", isNullable: false, description: "customers who moved"}],
      },
    ],
  };
}

function sum(customers: readonly CustomerMonth[], name: Exclude<keyof CustomerMonth, "state">): number {
  return customers.reduce((all, customer) => all + customer[name], 0);
}

function total(rows: readonly {customers: number}[]): number {
  return rows.reduce((all, row) => all + row.customers, 0);
}
