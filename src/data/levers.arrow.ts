import {
  defineTable,
  findLeverGaps,
  type LeverName,
  measureLevers,
  withholdSmall,
} from "../../data-loaders/published.ts";

interface SalesRow {
  /** Null: all of them. */
  value: string | null;
  customers: number;
  orders: number;
  units: number | null;
  gross_revenue: number | null;
  net_revenue: number | null;
  returning_customers: number;
  returned_orders: number;
  returned_units: number;
  returned_amount: number;
}

const number = (name: string, about: string) => ({name, type: "number" as const, isNullable: true, about});
const text = (name: string, about: string) => ({name, type: "text" as const, isNullable: true, about});
const source = "segment whose figure it is, or shop: the shop's own";
const none = "null: nothing better, or not known";

export default defineTable({
  grain:
    "One row for all buyers of the look-back window of the newest month, one per segment of them, and one per category: the three levers of revenue, how far they are from their targets, and returns.",
  key: ["dimension", "value"],
  columns: [
    {name: "dimension", type: "text", isNullable: false, about: "all, segment or category"},
    {name: "value", type: "text", isNullable: false, about: "all, the segment, or department > category"},
    {name: "customers", type: "integer", isNullable: false, about: "who ordered within the window"},
    {name: "orders", type: "integer", isNullable: false, about: "their orders; of a category, those with it"},
    number("gross_basket_value", "average order value before cancellations and returns; null: withheld"),
    number("basket_value", "average order value: net revenue per order; null: withheld"),
    number("items_per_basket", "units per order; null where none are delivered"),
    {name: "frequency", type: "number", isNullable: false, about: "orders per customer within the window"},
    number("basket_value_target", `what basket_value should reach; ${none}`),
    text("basket_value_target_from", source),
    number("basket_value_gain", "net revenue that reaching it alone would bring; 0: reached"),
    number("items_per_basket_target", `what items_per_basket should reach; ${none}`),
    text("items_per_basket_target_from", source),
    number("items_per_basket_gain", "net revenue that reaching it alone would bring; 0: reached"),
    number("frequency_target", `what frequency should reach; ${none}`),
    text("frequency_target_from", source),
    number("frequency_gain", "net revenue that reaching it alone would bring; 0: reached"),
    number("return_rate_orders", "orders of which something came back within the window by orders; null: withheld"),
    number("return_rate_units", "units that came back by units sold; null: withheld, or no units delivered"),
    number("return_rate_value", "money given back by gross revenue; null: withheld"),
  ],
  inputs: ["segment_sales", "category_sales"],
  options: ({privacy, levers}) => [privacy.minCustomers, levers],
  async rows({config, query}) {
    const k = config.privacy.minCustomers;
    const sold = await query<SalesRow>(selectSales("segment", "segment_sales"));
    const all = sold.find(({value}) => value === null);
    if (!all?.orders) return [];
    const segments = sold.filter(({value}) => value !== null);
    const categories = await query<SalesRow>(selectSales("category", "category_sales"));
    const placeOf = new Map(config.segments.map(({key}, i) => [key, i]));
    const place = ({value}: SalesRow) => placeOf.get(value!) ?? config.segments.length;
    const own = withhold(segments, k).sort((a, b) => place(a) - place(b));
    const gaps = findLeverGaps(own.map(toSales), config.levers.targets);
    return [
      {dimension: "all", ...measure({...withhold([all], k)[0]!, value: "all"}, k)},
      ...own.map((row, i) => ({
        dimension: "segment",
        ...measure(row, k),
        ...target("basket_value", gaps[i]!.basketValue),
        ...target("items_per_basket", gaps[i]!.itemsPerBasket),
        ...target("frequency", gaps[i]!.frequency),
      })),
      ...withhold(
        categories.filter(({value}) => value !== null),
        k,
      )
        .filter(({gross_revenue}) => gross_revenue !== null)
        .map((row) => ({dimension: "category", ...measure(row, k)})),
    ];

    function target(name: string, gap: ReturnType<typeof findLeverGaps>[number][LeverName]) {
      if (!gap) return {};
      return {
        [`${name}_target`]: gap.target,
        [`${name}_target_from`]: gap.from === null ? "shop" : own[gap.from]!.value,
        [`${name}_gain`]: gap.revenueGain,
      };
    }
  },
});

/** One row per value, and one for all of them without a value; money is summed where it is exact. */
function selectSales(value: string, table: string): string {
  const counts = ["customers", "orders", "units", "returning_customers", "returned_orders", "returned_units"];
  const sums = [...counts, "gross_revenue", "net_revenue", "returned_amount"];
  return `SELECT ${value} AS value, ${sums.map((name) => `CAST(sum(${name}) AS DOUBLE) AS ${name}`).join(", ")}
    FROM ${table} GROUP BY GROUPING SETS ((${value}), ()) ORDER BY ${value} NULLS LAST`;
}

/** The money of the smallest groups is withheld until together they are enough people. */
function withhold(rows: readonly SalesRow[], k: number): SalesRow[] {
  const shown = withholdSmall(Object.fromEntries(rows.map(({value, customers}) => [String(value), customers])), k);
  return rows.map((row) =>
    shown[String(row.value)] === null ? {...row, gross_revenue: null, net_revenue: null} : row,
  );
}

function toSales({customers, orders, units, net_revenue}: SalesRow) {
  return {customers, orders, units, revenue: net_revenue};
}

function measure(row: SalesRow, k: number) {
  const {value, customers, orders, units, gross_revenue, returning_customers} = row;
  const levers = measureLevers(toSales(row));
  const isTold = returning_customers === 0 || returning_customers >= k;
  const rate = (part: number, whole: number | null) => (isTold && whole ? part / whole : null);
  const nothing = Object.fromEntries(
    ["basket_value", "items_per_basket", "frequency"].flatMap((name) => [
      [`${name}_target`, null],
      [`${name}_target_from`, null],
      [`${name}_gain`, null],
    ]),
  );
  return {
    value,
    customers,
    orders,
    gross_basket_value: gross_revenue === null ? null : gross_revenue / orders,
    basket_value: levers.basketValue,
    items_per_basket: levers.itemsPerBasket,
    frequency: levers.frequency!,
    ...nothing,
    return_rate_orders: rate(row.returned_orders, orders),
    return_rate_units: rate(row.returned_units, units),
    return_rate_value: rate(row.returned_amount, gross_revenue),
  };
}
