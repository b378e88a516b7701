import {defineTable, findUnusual} from "../../data-loaders/published.ts";

const HEADLINE = "slide";

const share = "share of the base, 0 to 1";

export default defineTable({
  grain:
    "One row per month and watched movement, the headline slide and the configured moves: whether it is unusual, by the limits of the p-chart and of the XmR chart together.",
  key: ["month", "movement"],
  columns: [
    {name: "month", type: "date", isNullable: false, about: "first day of the month"},
    {
      name: "movement",
      type: "text",
      isNullable: false,
      about: "slide: the headline; champions → loyal: a move within a month",
    },
    {name: "from_segment", type: "text", isNullable: true, about: "state a month before; null: the headline"},
    {name: "to_segment", type: "text", isNullable: true, about: "state now; null: the headline"},
    {
      name: "customers",
      type: "integer",
      isNullable: false,
      about: "people who made the movement, those left out whom only the scale moved",
    },
    {name: "customers_thresholds", type: "integer", isNullable: false, about: "people whom only the scale moved"},
    {name: "base_customers", type: "integer", isNullable: false, about: "people who could make it"},
    {name: "share", type: "number", isNullable: true, about: `customers as a ${share}; null where nobody could`},
    {
      name: "baseline_months",
      type: "integer",
      isNullable: false,
      about: "months before that it is held against, at most 24; at least 12 for a verdict",
    },
    {
      name: "p_centre",
      type: "number",
      isNullable: true,
      about: `centre of the p-chart, pooled, ${share}; null: not charted`,
    },
    {
      name: "p_lower",
      type: "number",
      isNullable: true,
      about: `lower limit of the p-chart, ${share}; null: not charted`,
    },
    {
      name: "p_upper",
      type: "number",
      isNullable: true,
      about: `upper limit of the p-chart, ${share}; null: not charted`,
    },
    {
      name: "xmr_centre",
      type: "number",
      isNullable: true,
      about: `centre of the XmR chart, ${share}; null: not charted`,
    },
    {
      name: "xmr_lower",
      type: "number",
      isNullable: true,
      about: `lower limit of the XmR chart, ${share}; null: not charted`,
    },
    {
      name: "xmr_upper",
      type: "number",
      isNullable: true,
      about: `upper limit of the XmR chart, ${share}; null: not charted`,
    },
    {
      name: "verdict",
      type: "text",
      isNullable: false,
      about:
        "above, below or within; or why nothing is said: too_short (fewer than 12 months before), too_few (under 5 people a month), partial (not over)",
    },
  ],
  inputs: ["months", "slides", "slide_bases", "moves", "migrations"],
  options: ({watchedEdges}) => watchedEdges,
  async rows({config, query}) {
    const months = await query<{month: string; isWarmingUp: boolean; isPartial: boolean}>(
      `SELECT CAST(month AS VARCHAR) AS month, is_warming_up AS "isWarmingUp", is_partial AS "isPartial" FROM months ORDER BY month`,
    );
    const edges = config.watchedEdges.map(({from, to}) => `('${from}', '${to}')`);
    const counts = await query<Count>(`${ofSlides}${edges.length ? `UNION ALL ${ofEdges(edges.join(", "))}` : ""}`);
    const countOf = new Map(counts.map((count) => [`${count.month} ${count.movement}`, count]));
    const movements = [
      {movement: HEADLINE, from_segment: null, to_segment: null},
      ...config.watchedEdges.map(({from, to}) => ({movement: `${from} → ${to}`, from_segment: from, to_segment: to})),
    ];
    return movements.flatMap((named) => {
      const series = months.map(({month, ...rest}) => {
        const {customers = 0, thresholds = 0, base = 0} = countOf.get(`${month} ${named.movement}`) ?? {};
        return {month, ...rest, count: customers, of: base, thresholds};
      });
      const judged = findUnusual(series);
      return series.map(({month, count, of, thresholds}, t) => {
        const {verdict, baselineMonths, pChart, xmr} = judged[t]!;
        return {
          month,
          ...named,
          customers: count,
          customers_thresholds: thresholds,
          base_customers: of,
          share: of > 0 ? count / of : null,
          baseline_months: baselineMonths,
          p_centre: pChart?.centre ?? null,
          p_lower: pChart?.lower ?? null,
          p_upper: pChart?.upper ?? null,
          xmr_centre: xmr?.centre ?? null,
          xmr_lower: xmr?.lower ?? null,
          xmr_upper: xmr?.upper ?? null,
          verdict,
        };
      });
    });
  },
});

interface Count {
  month: string;
  movement: string;
  customers: number;
  thresholds: number;
  base: number;
}

const ofSlides = `
  SELECT
    CAST(b.month AS VARCHAR) AS month,
    '${HEADLINE}' AS movement,
    CAST(count(CASE WHEN s.cause <> 'thresholds' THEN 1 END) AS DOUBLE) AS customers,
    CAST(count(CASE WHEN s.cause = 'thresholds' THEN 1 END) AS DOUBLE) AS thresholds,
    CAST(max(b.base_customers) AS DOUBLE) AS base
  FROM slide_bases b
  LEFT JOIN slides s ON s.month = b.month
  GROUP BY b.month
`;

const ofEdges = (pairs: string) => `
  SELECT
    CAST(b.month AS VARCHAR) AS month,
    e.from_segment || ' → ' || e.to_segment AS movement,
    CAST(coalesce(max(v.customers), 0) AS DOUBLE) AS customers,
    CAST(coalesce(max(v.thresholds), 0) AS DOUBLE) AS thresholds,
    CAST(sum(b.customers) AS DOUBLE) AS base
  FROM (VALUES ${pairs}) AS e (from_segment, to_segment)
  JOIN migrations b ON b.horizon_months = 1 AND b.from_segment = e.from_segment
  LEFT JOIN (
    SELECT
      month,
      from_segment,
      to_segment,
      count(CASE WHEN cause <> 'thresholds' THEN 1 END) AS customers,
      count(CASE WHEN cause = 'thresholds' THEN 1 END) AS thresholds
    FROM moves
    GROUP BY month, from_segment, to_segment
  ) v ON v.month = b.month AND v.from_segment = e.from_segment AND v.to_segment = e.to_segment
  GROUP BY 1, 2
`;
