import {describe, expect, test} from "vitest";
import {RandomStream} from "../../../data-loaders/stats/random/random-stream.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import type {Line} from "../../oracle/shop.ts";

const months = Array.from(
  {length: 20},
  (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const brokenMonth = "2024-06";

/** Two hundred people, of whom each month about half order once; in one month hardly anybody does. */
function orderMonthly(): Line[] {
  const dice = new RandomStream(2026, "limits");
  return months.flatMap((month) =>
    Array.from({length: 200}, (_, i) => i)
      .filter(() => dice.chance(month === brokenMonth ? 0.1 : 0.5))
      .map((i) => ({order: `${month}-${i}`, customer: `c${i}`, at: `${month}-10`, amount: 10_000})),
  );
}

interface Row {
  month: string;
  movement: string;
  customers: number;
  base_customers: number;
  share: number;
  baseline_months: number;
  p_centre: number | null;
  p_upper: number | null;
  xmr_upper: number | null;
  verdict: string;
}

describe("a month in which hardly anybody orders", {timeout: 60_000}, () => {
  // With a window of one month, who does not order lapses; who does is new, because all have one order.
  const options = {
    asOf: "2024-08-15",
    rfm: {windowMonths: 1},
    slide: {withinMonths: 1},
    watchedEdges: [{from: "new_customers", to: "lapsed"}],
  };
  test("is above its limits; the others are within, too short, or not over", async () => {
    const rows = await withShop({lines: orderMonthly()}, options, async (warehouse) =>
      (await publishedRows<Row>(warehouse, "migration-limits")).filter((row) => row.movement !== "slide"),
    );
    expect(rows.map((row) => row.month.slice(0, 7))).toEqual(months);
    const verdicts = rows.map((row) => row.verdict);
    const broken = months.indexOf(brokenMonth);
    // The first snapshot is warming up: data begin on the tenth. The next twelve are the shortest baseline.
    expect(verdicts.slice(0, 13).every((verdict) => verdict === "too_short")).toBe(true);
    expect(verdicts.slice(13, broken).every((verdict) => verdict === "within")).toBe(true);
    expect(verdicts.slice(broken)).toEqual(["above", "within", "partial"]);
    const {base_customers: n, share, p_centre: centre, p_upper: upper, xmr_upper} = rows[broken]!;
    const baseline = rows.slice(1, broken);
    const sum = (field: "customers" | "base_customers") => baseline.reduce((total, row) => total + row[field], 0);
    expect(rows[broken]!.baseline_months).toBe(baseline.length);
    expect(centre).toBeCloseTo(sum("customers") / sum("base_customers"), 12);
    expect(upper).toBeCloseTo(centre! + 3 * Math.sqrt((centre! * (1 - centre!)) / n), 12);
    expect(share).toBeGreaterThan(Math.max(upper!, xmr_upper!));
  });
});
