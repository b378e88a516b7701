import {
  defineTable,
  type FitRow,
  findValueWidths,
  type GroupHistory,
  type PurchaseModelName,
  readFits,
  STEP_DAYS,
  withholdSmallCells,
} from "../../data-loaders/published.ts";

const WEEKS_PER_MONTH = 365.25 / 84;

interface Sums {
  customers: number;
  buyers: number;
  net_revenue: number;
  net_revenue_window: number;
  order_count_window: number;
  alive: number | null;
  likely_alive: number | null;
  purchases_6: number | null;
  purchases_12: number | null;
  predicted_6: number | null;
  predicted_12: number | null;
}

interface SegmentSum extends Sums {
  segment: string;
}

const money = (about: string) => ({type: "number", isNullable: true, about}) as const;

export default defineTable({
  grain:
    "One row per state of the newest month (null: all): what its customers have been worth, and what the chosen model expects of them, as of the last day of data.",
  key: ["segment", "is_total"],
  columns: [
    {name: "segment", type: "text", isNullable: true, about: "segment or pool state; null: everybody"},
    {name: "is_total", type: "boolean", isNullable: false, about: "everybody, whatever their state"},
    {name: "customers", type: "integer", isNullable: false, about: "people"},
    {name: "buyers", type: "integer", isNullable: false, about: "of these, those who have bought"},
    {name: "net_revenue", ...money("net revenue to date, in the reporting currency; null: withheld, too few people")},
    {name: "net_revenue_per_customer", ...money("the same per buyer: historic customer lifetime value")},
    {name: "order_count_window", type: "integer", isNullable: false, about: "orders in the window"},
    {name: "net_revenue_window", ...money("net revenue in the window; null: withheld")},
    {
      name: "alive_probability",
      type: "number",
      isNullable: true,
      about: "mean probability of not having left for good; null: no model, or withheld",
    },
    {
      name: "likely_alive",
      type: "integer",
      isNullable: true,
      about: "buyers of whom it is 0.5 or more; null: no model",
    },
    {name: "expected_purchases_6_months", ...money("purchases to be expected in the next 6 months")},
    {name: "expected_purchases_12_months", ...money("in the next 12 months")},
    {name: "predicted_net_revenue_6_months", ...money("what those of 6 months are worth today; null: as above")},
    {name: "low_6_months", ...money("lower end of its 95 % interval, by the delta method: how well it is known")},
    {name: "high_6_months", ...money("upper end; null: the fit has no standard errors")},
    {name: "predicted_net_revenue_12_months", ...money("the same of 12 months")},
    {name: "low_12_months", ...money("lower end of its 95 % interval")},
    {name: "high_12_months", ...money("upper end")},
  ],
  inputs: ["newest_segments", "customer_values", "purchase_histories", "segment_sizes", "months", "value_fits"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, query}) {
    const sum = (column: string, decimals = 4) => `CAST(sum(CAST(${column} AS DECIMAL(18, ${decimals}))) AS DOUBLE)`;
    const sums = await query<SegmentSum>(
      `WITH valued AS (
        SELECT s.segment, count(v.person_no) AS buyers, ${sum("v.net_revenue")} AS net_revenue,
          ${sum("v.alive_probability", 9)} AS alive,
          CASE WHEN count(v.alive_probability) > 0 THEN count(*) FILTER (WHERE v.alive_probability >= 0.5) END AS likely_alive,
          ${sum("v.expected_purchases_6_months", 6)} AS purchases_6, ${sum("v.expected_purchases_12_months", 6)} AS purchases_12,
          ${sum("v.predicted_net_revenue_6_months")} AS predicted_6, ${sum("v.predicted_net_revenue_12_months")} AS predicted_12
        FROM newest_segments s
        LEFT JOIN customer_values v ON v.person_no = s.person_no
        GROUP BY s.segment
      )
      SELECT z.segment, CAST(z.customers AS INTEGER) AS customers, CAST(coalesce(v.buyers, 0) AS INTEGER) AS buyers,
        coalesce(v.net_revenue, 0) AS net_revenue, CAST(z.net_revenue_window AS DOUBLE) AS net_revenue_window,
        CAST(z.order_count_window AS INTEGER) AS order_count_window, v.alive, CAST(v.likely_alive AS INTEGER) AS likely_alive,
        v.purchases_6, v.purchases_12, v.predicted_6, v.predicted_12
      FROM segment_sizes z
      LEFT JOIN valued v ON v.segment = z.segment
      WHERE z.month = (SELECT max(month) FROM months)
      ORDER BY z.segment`,
    );
    const k = config.privacy.minCustomers;
    const [isWithheld] = withholdSmallCells([sums.map(({buyers}) => buyers)], k);
    const widths = await readWidths();
    const all = add(sums);
    return [
      {segment: null, is_total: true, ...describe(all, all.buyers >= k, widths?.get(""))},
      ...sums.map((own, i) => ({
        segment: own.segment,
        is_total: false,
        ...describe(own, !isWithheld![i], widths?.get(own.segment)),
      })),
    ];

    async function readWidths(): Promise<Map<string, number[]> | null> {
      const [chosen] = await query<{method: PurchaseModelName}>(
        "SELECT DISTINCT model AS method FROM value_fits WHERE is_chosen AND reason IS NOT NULL",
      );
      const fits = readFits(
        await query<FitRow>(
          `SELECT period, model, parameter, status, estimate, log_covariances, log_likelihood
          FROM value_fits ORDER BY period, model, position`,
        ),
        "all",
      );
      const values = fits.get("gamma-gamma");
      if (!chosen || !values) return null;
      const histories = await query<GroupHistory>(
        `SELECT s.segment AS "group", CAST(h.frequency AS INTEGER) AS frequency, CAST(floor(h.last_days / ${STEP_DAYS}.0) AS INTEGER) AS last_step,
          CAST(floor(h.age_days / ${STEP_DAYS}.0) AS INTEGER) AS age_step, CAST(count(*) AS INTEGER) AS customers,
          CAST(sum(greatest(h.repeat_revenue, 0)) AS DOUBLE) AS repeat_revenue
        FROM purchase_histories h
        JOIN newest_segments s ON s.person_no = h.person_no
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      );
      // Undiscounted: that takes a sixth of the time, and the width hardly differs.
      const horizons = [6, 12].map((months) => ({times: [months * WEEKS_PER_MONTH], weights: [1]}));
      return findValueWidths(histories, chosen.method, [fits.get(chosen.method)!, values], horizons);
    }
  },
});

function add(sums: readonly SegmentSum[]): Sums {
  const total = (name: keyof Sums) => sums.reduce((all, own) => all + (own[name] ?? 0), 0);
  const known = (name: keyof Sums) => (sums.some((own) => own[name] !== null) ? total(name) : null);
  return {
    customers: total("customers"),
    buyers: total("buyers"),
    net_revenue: total("net_revenue"),
    net_revenue_window: total("net_revenue_window"),
    order_count_window: total("order_count_window"),
    alive: known("alive"),
    likely_alive: known("likely_alive"),
    purchases_6: known("purchases_6"),
    purchases_12: known("purchases_12"),
    predicted_6: known("predicted_6"),
    predicted_12: known("predicted_12"),
  };
}

function describe(own: Sums, isShown: boolean, widths: readonly number[] | undefined) {
  const show = (value: number | null) => (isShown ? value : null);
  const ends = (value: number | null, width: number | undefined) =>
    value === null || width === undefined || !isShown ? [null, null] : [value / width, value * width];
  const [low6, high6] = ends(own.predicted_6, widths?.[0]);
  const [low12, high12] = ends(own.predicted_12, widths?.[1]);
  return {
    customers: own.customers,
    buyers: own.buyers,
    net_revenue: show(own.net_revenue),
    net_revenue_per_customer: own.buyers > 0 ? show(own.net_revenue / own.buyers) : null,
    order_count_window: own.order_count_window,
    net_revenue_window: show(own.net_revenue_window),
    alive_probability: own.alive !== null && own.buyers > 0 ? show(own.alive / own.buyers) : null,
    likely_alive: own.likely_alive,
    expected_purchases_6_months: show(own.purchases_6),
    expected_purchases_12_months: show(own.purchases_12),
    predicted_net_revenue_6_months: show(own.predicted_6),
    low_6_months: low6!,
    high_6_months: high6!,
    predicted_net_revenue_12_months: show(own.predicted_12),
    low_12_months: low12!,
    high_12_months: high12!,
  };
}
