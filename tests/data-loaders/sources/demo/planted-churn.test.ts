import {beforeAll, describe, expect, it} from "vitest";
import {plantedTruths} from "../../../../data-loaders/sources/demo/planted-truths.ts";
import {daysBetween, demoTexts, groupBy, mean, type Row, rowsOf} from "./read-demo.ts";
import {slidesByMonth} from "./slides-by-month.ts";

const texts = demoTexts({customers: 3000, entities: ["orders", "deliveries", "message_events"]});

describe("planted reasons to leave", () => {
  let orders: Row[];
  let days: Map<string, string[]>;
  beforeAll(async () => {
    orders = rowsOf(await texts, "orders").filter((order) => order.customer_id !== "");
    days = new Map(
      [...groupBy(orders, (order) => order.customer_id!)].map(([customer, own]) => [
        customer,
        own.map((order) => order.ordered_at!.slice(0, 10)),
      ]),
    );
  });

  it("one carrier breaks down for a month, and only then", async () => {
    const {carrier, from, to} = plantedTruths.carrierBreakdown;
    const placed = new Map(orders.map((order) => [order.order_id!, order.ordered_at!.slice(0, 10)]));
    const parcels = rowsOf(await texts, "deliveries").filter(
      (row) => row.actual_on !== "" && placed.has(row.order_id!),
    );
    const lateShare = (rows: Row[]) => mean(rows.map((row) => (row.actual_on! > row.promised_on! ? 1 : 0)));
    const during = parcels.filter((row) => placed.get(row.order_id!)! >= from && placed.get(row.order_id!)! <= to);
    expect(lateShare(during.filter((row) => row.carrier === carrier))).toBeGreaterThan(0.8);
    expect(lateShare(during.filter((row) => row.carrier !== carrier))).toBeLessThan(0.15);
    expect(lateShare(parcels.filter((row) => !during.includes(row)))).toBeLessThan(0.15);
  });

  it("and the slides from Champions to At Risk jump three months later", () => {
    const slides = slidesByMonth(days);
    const {slidesIn} = plantedTruths.carrierBreakdown;
    const before = [...slides].filter(([month]) => month >= "2025-05" && month < slidesIn).map(([, count]) => count);
    expect(slides.get(slidesIn)!).toBeGreaterThan(1.4 * mean(before));
    expect(slides.get(slidesIn)!).toBeGreaterThan(Math.max(...before));
  });

  it("those who leave the e-mail list stop buying, others of the same habits go on", async () => {
    const left = rowsOf(await texts, "message_events").filter((row) => row.event === "unsubscribe");
    const stops = (customer: string, date: string): number | null => {
      const gaps = days.get(customer)?.map((day) => daysBetween(date, day)) ?? [];
      if (!gaps.some((gap) => gap < 0 && gap >= -60) || date > "2026-07-01") return null;
      return gaps.some((gap) => gap > 20 && gap <= 110) ? 0 : 1;
    };
    const stopped = left.map((row) => stops(row.customer_id!, row.occurred_at!)).filter((value) => value !== null);
    const usual = [...days.keys()].map((customer) => stops(customer, "2026-03-15")).filter((value) => value !== null);
    expect(stopped.length).toBeGreaterThan(50);
    expect(mean(stopped)).toBeGreaterThan(0.6);
    expect(mean(usual)).toBeLessThan(0.45);
  });
});
