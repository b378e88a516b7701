import {expect, test} from "vitest";
import {getSegmentLookup} from "../../../../src/components/segment-lookup.ts";
import {getProfiles} from "../../../../src/components/segments/segment-profile.ts";
import {segmentRows} from "../../fixtures.ts";

const row = (segment: string, customers: number, revenue: number | null, orders: number | null, month = "2026-10") => ({
  month: new Date(`${month}-01`),
  segment,
  customers,
  net_revenue_window: revenue,
  order_count_window: orders,
  net_revenue_month: 0,
  order_count_month: 0,
  is_warming_up: false,
});

test("shares are of the segments, withheld money stays withheld, an empty segment divides nothing", () => {
  const rows = [
    row("champions", 10, 3000, 60),
    row("loyal", 30, 1000, 40),
    row("at_risk", 4, null, null),
    row("lapsed", 1000, 0, 0),
    row("champions", 99, 9, 9, "2026-09"),
  ];
  const [champions, loyal, potential, , , , , risk] = getProfiles(rows, "2026-10", getSegmentLookup(segmentRows, "en"));
  expect(champions).toMatchObject({
    share: 10 / 44,
    revenueShare: 0.75,
    averageOrder: 50,
    ordersPerCustomer: 6,
    revenuePerCustomer: 300,
  });
  expect(loyal).toMatchObject({share: 30 / 44, revenueShare: 0.25});
  expect(potential).toMatchObject({customers: 0, revenueShare: 0, averageOrder: null});
  expect(risk).toMatchObject({customers: 4, revenue: null, revenueShare: null, revenuePerCustomer: null});
});
