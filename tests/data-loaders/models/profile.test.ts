import {describe, expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import type {SegmentProfileRow} from "../../../src/components/profile/profile-rows.ts";
import type {SegmentSizeRow} from "../../../src/components/segment-rows.ts";
import {countSegments} from "../../../src/components/thresholds/count-segments.ts";
import type {OrderCountRow, RecencyFrequencyRow} from "../../../src/components/thresholds/threshold-rows.ts";
import {withFiles, withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {sold, soldOften} from "../../helpers/sold.ts";

const asOf = "2025-12-31";

describe("orders per customer", () => {
  // Two customers have three orders, one of them with one before the window; one has two, three have one; one is long gone.
  const lines = [
    ...soldOften(3, "a", "2025-10-01"),
    ...soldOften(2, "b", "2025-10-02"),
    sold("b", "2024-03-01"),
    ...soldOften(2, "c", "2025-10-01"),
    ...["d", "e", "f"].map((customer) => sold(customer, "2025-11-01")),
    sold("gone", "2024-01-05"),
  ];
  const rowsOf = (minCustomers: number) =>
    withShop({lines}, {asOf, privacy: {minCustomers}}, async (warehouse) =>
      (await publishedRows<OrderCountRow>(warehouse, "order-counts")).map((row) => [
        row.span,
        row.orders,
        row.customers,
        row.at_least,
        row.is_open,
      ]),
    );

  test("ever and in the window, with those who have as many or more", async () => {
    expect(await rowsOf(1)).toEqual([
      ["ever", 1, 4, 7, false],
      ["ever", 2, 1, 3, false],
      ["ever", 3, 2, 2, false],
      ["window", 1, 3, 6, false],
      ["window", 2, 2, 3, false],
      ["window", 3, 1, 1, false],
    ]);
  });

  test("the last class is open where too few people have more", async () => {
    expect(await rowsOf(3)).toEqual([
      ["ever", 1, 4, 7, false],
      ["ever", 2, 3, 3, true],
      ["window", 1, 3, 6, false],
      ["window", 2, 3, 3, true],
    ]);
  });
});

describe("people by recency and what each score of recency would make of them", () => {
  const lines = [
    ...soldOften(2, "today", "2025-12-31"),
    sold("edge", "2025-12-01"),
    sold("past", "2025-11-30"),
    sold("off-five", "2025-11-18"),
    ...soldOften(3, "old", "2025-02-01"),
  ];

  test("the published edges give the published sizes", () =>
    withShop({lines}, {asOf, rfm: {recencyDays: [30, 43, 90, 180]}}, async (warehouse) => {
      const rows = await publishedRows<RecencyFrequencyRow>(warehouse, "recency-frequency");
      // Days 0, 30, 31, 43 and 333; an edge that is no multiple of five ends a class of its own.
      expect(rows.map((row) => [row.to_days, row.customers])).toEqual([
        [5, 1],
        [30, 1],
        [35, 1],
        [43, 1],
        [335, 1],
      ]);
      const sizes = (await publishedRows<Omit<SegmentSizeRow, "month"> & {month: string}>(warehouse, "segment-sizes"))
        .filter((row) => row.month === "2025-12-01" && row.customers > 0)
        .map((row) => [row.segment, row.customers]);
      expect(Object.fromEntries(countSegments(rows, [30, 43, 90, 180]))).toEqual(Object.fromEntries(sizes));
    }));

  test("other edges count as a run with those edges does", async () => {
    const rows = await withShop({lines}, {asOf}, (warehouse) =>
      publishedRows<RecencyFrequencyRow>(warehouse, "recency-frequency"),
    );
    const edges = [35, 60, 120, 335] as const;
    const sizes = await withShop({lines}, {asOf, rfm: {recencyDays: [...edges]}}, async (warehouse) =>
      (await publishedRows<Omit<SegmentSizeRow, "month"> & {month: string}>(warehouse, "segment-sizes"))
        .filter((row) => row.month === "2025-12-01" && row.customers > 0)
        .map((row) => [row.segment, row.customers] as const),
    );
    expect(Object.fromEntries(countSegments(rows, edges))).toEqual(Object.fromEntries(sizes));
  });
});

describe("the profile of a segment", () => {
  const lines = `order_id,line_no,product_id,quantity,amount,is_return,is_fee
1,1,pan,2,20,,
1,2,post,1,5,,true
2,1,pan,3,30,,
3,1,bowl,1,10,,
4,1,bowl,4,40,,
`;
  // 2025-12-26 is a Friday, the 27th a Saturday.
  const orders = `order_id,customer_id,ordered_at,payment_method,coupon_code
1,ada,2025-12-01 10:15,card,
2,ada,2025-12-26 20:59,transfer,TEN
3,bob,2025-12-27 21:00,card,
4,cem,2025-12-27 23:59,,
`;
  const sources = {order_lines: csv({path: "lines.csv"}), orders: csv({path: "orders.csv"})};
  const files = {"lines.csv": lines, "orders.csv": orders};

  test("counts everybody once, by the last order; units are those of all orders, fees left out", () =>
    withFiles(
      files,
      sources,
      async (warehouse) => {
        const rows = await publishedRows<SegmentProfileRow>(warehouse, "segment-profile");
        expect(
          rows
            .filter((row) => row.segment === null)
            .map((row) => [row.dimension, row.value, row.customers, row.orders, row.units]),
        ).toEqual([
          ["coupon", "none", 2, 2, null],
          ["coupon", "used", 1, 2, null],
          ["payment", "card", 1, 1, null],
          ["payment", "transfer", 1, 2, null],
          ["payment", "unknown", 1, 1, null],
          ["time", "5 18", 1, 2, null],
          ["time", "6 21", 2, 2, null],
          ["total", "all", 3, 4, 10],
        ]);
      },
      {asOf, privacy: {minCustomers: 1}},
    ));

  test("says nothing of a handful of people but how many they are", () =>
    withFiles(
      files,
      sources,
      async (warehouse) => {
        const rows = await publishedRows<SegmentProfileRow>(warehouse, "segment-profile");
        expect(rows.every((row) => row.dimension === "total" && row.orders === null && row.units === null)).toBe(true);
        expect(rows.find((row) => row.segment === null)!.customers).toBe(3);
      },
      {asOf},
    ));

  test("a shop without payments and coupons has no such rows", () =>
    withFiles(
      {"lines.csv": lines, "orders.csv": orders.replace("payment_method,coupon_code", "how,what")},
      sources,
      async (warehouse) => {
        const rows = await publishedRows<SegmentProfileRow>(warehouse, "segment-profile");
        expect(new Set(rows.map((row) => row.dimension))).toEqual(new Set(["total", "time"]));
      },
      {asOf, privacy: {minCustomers: 1}},
    ));
});
