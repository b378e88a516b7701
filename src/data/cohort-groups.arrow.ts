import {
  defineTable,
  foldSmallValues,
  groupBy,
  withholdInLines,
  withholdSmallCells,
} from "../../data-loaders/published.ts";

const DIMENSIONS = ["source", "first_category"];
const UNKNOWN = "unknown";

export default defineTable({
  grain:
    "One row per attribute of the first order, its value, cohort (the quarter of that order; null: all cohorts together) and quarters since: who ordered again. Small values are put together as other, and small cells withheld.",
  key: ["dimension", "value", "cohort", "quarter_no"],
  columns: [
    {
      name: "dimension",
      type: "text",
      isNullable: false,
      about: "source: where the customer was won; first_category: that of which most was bought with the first order",
    },
    {name: "value", type: "text", isNullable: false, about: "its value; unknown; other: small ones together"},
    {
      name: "cohort",
      type: "date",
      isNullable: true,
      about:
        "first day of the quarter of the first order; null: all cohorts but the first, as far as their quarter is over",
    },
    {name: "quarter_no", type: "integer", isNullable: false, about: "quarters since, 0 that of the first order itself"},
    {name: "customers", type: "integer", isNullable: false, about: "size of the cohort"},
    {
      name: "customers_on",
      type: "integer",
      isNullable: true,
      about: "those who ordered in that quarter; null: withheld, too few",
    },
    {
      name: "net_revenue_per_customer",
      type: "number",
      isNullable: true,
      about:
        "of all cohorts together, their net revenue from quarter 0 to this one by the size; null: of a single cohort",
    },
    {name: "is_incomplete", type: "boolean", isNullable: false, about: "the quarter is not over"},
  ],
  inputs: ["customer_months", "persons", "purchases", "basket_products", "data_span"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, query}) {
    const k = config.privacy.minCustomers;
    const [told] = await query<{sources: boolean; categories: boolean}>(toldSql);
    if (!told?.sources && !told?.categories) return [];
    const cells = await query<Cell>(cellsSql);
    return DIMENSIONS.flatMap((dimension) => {
      const own = cells.filter((cell) => cell.dimension === dimension);
      if (own.every(({value}) => value === UNKNOWN)) return [];
      return describe(dimension, own, k);
    });
  },
});

interface Cell {
  dimension: string;
  value: string;
  /** First days of the quarters, `2025-04-01`. */
  cohort: string;
  quarter: string;
  customersOn: number;
  /** Net revenue of the quarter in ten-thousandths. */
  revenue: number;
  isIncomplete: boolean;
}

interface Group {
  value: string;
  cohort: string;
  customers: number;
  /** By quarter since the first order; quarters in which nobody ordered, too. */
  cells: {on: number; revenue: number; isIncomplete: boolean}[];
}

function describe(dimension: string, cells: readonly Cell[], k: number) {
  const sizes = new Map<string, number>();
  for (const {value, cohort, quarter, customersOn} of cells)
    if (cohort === quarter) sizes.set(value, (sizes.get(value) ?? 0) + customersOn);
  const names = foldSmallValues(sizes, k);
  const groups = listGroups(cells, (value) => names.get(value)!);
  const cohorts = [...new Set(groups.map(({cohort}) => cohort))].sort();
  const values = [...new Set(groups.map(({value}) => value))].sort();
  const at = new Map(groups.map((group) => [`${group.value}\u0000${group.cohort}`, group]));
  const table = <T>(read: (group: Group | undefined) => T) =>
    values.map((value) => cohorts.map((cohort) => read(at.get(`${value}\u0000${cohort}`))));

  // A cohort's size is known without the attribute; all values of one, and the cohorts of one value, add up to it.
  const isSmall = withholdSmallCells(
    table((group) => group?.customers ?? 0),
    k,
  );
  const last = Math.max(...groups.map((group) => group.cells.length));
  const isWithheld = Array.from({length: last}, (_, no) => {
    const place = (i: number, j: number) => i * cohorts.length + j;
    const isPooled = (i: number, j: number) =>
      j > 0 && !isSmall[i]![j] && at.get(`${values[i]}\u0000${cohorts[j]}`)?.cells[no]?.isIncomplete === false;
    const lines = [
      ...values.map((_, i) => cohorts.flatMap((_, j) => (isPooled(i, j) ? [place(i, j)] : []))),
      ...cohorts.map((_, j) => values.map((_, i) => place(i, j))),
    ];
    const counts = table((group) => group?.cells[no]?.on ?? 0).flat();
    const smalls = isSmall.flat();
    return withholdInLines(counts, lines, k, (cell) => smalls[cell]!);
  });
  return values.flatMap((value, i) => {
    const kept = cohorts.flatMap((cohort, j) => {
      const group = at.get(`${value}\u0000${cohort}`);
      return group && !isSmall[i]![j] ? [{...group, j}] : [];
    });
    const single = kept.flatMap(({cohort, customers, cells: own, j}) =>
      own.map(({on, isIncomplete}, no) => ({
        dimension,
        value,
        cohort,
        quarter_no: no,
        customers,
        customers_on: isWithheld[no]![i * cohorts.length + j] ? null : on,
        net_revenue_per_customer: null,
        is_incomplete: isIncomplete,
      })),
    );
    return [...listTogether(kept, cohorts[0]!, last, k).map((row) => ({dimension, value, ...row})), ...single];
  });
}

/** All cohorts of a value together, by quarter: those whose quarter is over, without the first of all. */
function listTogether(groups: readonly Group[], first: string, last: number, k: number) {
  return Array.from({length: last}, (_, no) => no).flatMap((no) => {
    const over = groups.filter(({cohort, cells}) => cohort !== first && cells[no]?.isIncomplete === false);
    const customers = over.reduce((sum, group) => sum + group.customers, 0);
    const on = over.reduce((sum, group) => sum + group.cells[no]!.on, 0);
    if (customers < k || (on > 0 && on < k)) return [];
    const revenue = over.reduce(
      (sum, group) => sum + group.cells.slice(0, no + 1).reduce((own, cell) => own + cell.revenue, 0),
      0,
    );
    return [
      {
        cohort: null,
        quarter_no: no,
        customers,
        customers_on: on,
        net_revenue_per_customer: revenue / 10_000 / customers,
        is_incomplete: false,
      },
    ];
  });
}

/** The cells of each value and cohort in the order of quarters; those of folded values added up. */
function listGroups(cells: readonly Cell[], nameOf: (value: string) => string): Group[] {
  const quarters = [...new Set(cells.map(({quarter}) => quarter))].sort();
  const first = quarters[0]!;
  const all = Array.from({length: quartersBetween(first, quarters.at(-1)!) + 1}, (_, no) => no);
  const isIncomplete = new Map(cells.map((cell) => [quartersBetween(first, cell.quarter), cell.isIncomplete]));
  return [...groupBy(cells, ({value, cohort}) => `${nameOf(value)}\u0000${cohort}`)].map(([key, own]) => {
    const [value, cohort] = key.split("\u0000") as [string, string];
    const start = quartersBetween(first, cohort);
    const counted = all.slice(start).map((no) => {
      const here = own.filter((cell) => quartersBetween(first, cell.quarter) === no);
      return {
        on: here.reduce((sum, cell) => sum + cell.customersOn, 0),
        revenue: here.reduce((sum, cell) => sum + cell.revenue, 0),
        isIncomplete: isIncomplete.get(no) ?? false,
      };
    });
    return {value, cohort, customers: counted[0]!.on, cells: counted};
  });
}

function quartersBetween(from: string, to: string): number {
  const place = (day: string) => 4 * Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 3;
  return place(to) - place(from);
}

/** Whether a source tells of either attribute. */
const toldSql = `
  SELECT
    EXISTS (SELECT 1 FROM persons WHERE acquisition_source IS NOT NULL) AS sources,
    EXISTS (SELECT 1 FROM basket_products WHERE category_no IS NOT NULL) AS categories`;

const cellsSql = `
WITH buyers AS (
  SELECT
    p.person_no,
    CAST(date_trunc('quarter', p.first_order_on) AS DATE) AS cohort,
    p.acquisition_source AS source,
    c.category AS first_category
  FROM persons p
  JOIN purchases o ON o.person_no = p.person_no AND o.order_no = 1
  LEFT JOIN (SELECT category_no, min(category) AS category FROM basket_products GROUP BY category_no) c ON c.category_no = o.category_no
),
quarters AS (
  SELECT person_no, CAST(date_trunc('quarter', month) AS DATE) AS quarter, sum(order_count) AS orders, sum(net_revenue) AS net_revenue
  FROM customer_months
  GROUP BY 1, 2
),
facts AS (
  SELECT
    coalesce(b.source, '${UNKNOWN}') AS source,
    coalesce(b.first_category, '${UNKNOWN}') AS first_category,
    b.cohort,
    q.quarter,
    CASE WHEN q.orders > 0 THEN 1 ELSE 0 END AS is_on,
    q.net_revenue
  FROM buyers b
  JOIN quarters q ON q.person_no = b.person_no AND q.quarter >= b.cohort
)
SELECT
  CASE WHEN grouping(source) = 0 THEN 'source' ELSE 'first_category' END AS dimension,
  coalesce(source, first_category) AS value,
  CAST(cohort AS VARCHAR) AS cohort,
  CAST(quarter AS VARCHAR) AS quarter,
  CAST(sum(is_on) AS DOUBLE) AS "customersOn",
  CAST(sum(net_revenue) * 10000 AS DOUBLE) AS revenue,
  max(CASE WHEN CAST(quarter + INTERVAL '3' MONTH AS DATE) > s.last_day + INTERVAL '1' DAY THEN 1 ELSE 0 END) = 1 AS "isIncomplete"
FROM facts
CROSS JOIN data_span s
GROUP BY GROUPING SETS ((cohort, quarter, source), (cohort, quarter, first_category))
ORDER BY 1, 2, 3, 4`;
