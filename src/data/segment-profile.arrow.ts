import {type Cell, defineTable, foldSmallCells} from "../../data-loaders/published.ts";

interface CountedCell extends Cell {
  units: number | null;
}

export default defineTable({
  grain:
    "One row per segment of the newest month (null: all), dimension and value: its people who ordered in the window, by their last order in it; small values are folded into other.",
  key: ["segment", "dimension", "value"],
  columns: [
    {name: "segment", type: "text", isNullable: true, about: "segment or pool state; null: all of them"},
    {
      name: "dimension",
      type: "text",
      isNullable: false,
      about:
        "time, payment or coupon of the last order, the last two only where the shop delivers them; total: everybody",
    },
    {
      name: "value",
      type: "text",
      isNullable: false,
      about:
        "time: weekday from Monday, 1 to 7, and the hour from which three are taken together (5 18); payment: the method; coupon: used or none; other: small values together; total: all",
    },
    {name: "customers", type: "integer", isNullable: false, about: "people"},
    {
      name: "orders",
      type: "integer",
      isNullable: true,
      about: "their orders in the window; null: withheld, too few people",
    },
    {
      name: "units",
      type: "integer",
      isNullable: true,
      about: "of the total, units in these orders; null where none are delivered, and where orders are withheld",
    },
  ],
  inputs: ["profile_cells"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, query}) {
    const k = config.privacy.minCustomers;
    const cells = await query<CountedCell>(
      `SELECT dimension, value, segment, CAST(customers AS DOUBLE) AS customers, CAST(orders AS DOUBLE) AS orders,
         CAST(0 AS DOUBLE) AS cents, CAST(units AS DOUBLE) AS units
       FROM profile_cells ORDER BY dimension, value, segment`,
    );
    const hasCoupons = cells.some((cell) => cell.dimension === "coupon" && cell.value === "used");
    const broken = cells.filter(({dimension}) => dimension !== "total" && (dimension !== "coupon" || hasCoupons));
    const folded = foldSmallCells(broken, k).map(({cents: _, ...cell}) => ({...cell, units: null}));
    return [...listTotals(cells, k), ...folded];
  },
});

/** Exact counts of people; what they bought is withheld from the smallest segments until together they are enough. */
function listTotals(cells: readonly CountedCell[], k: number) {
  const own = cells
    .filter(({dimension}) => dimension === "total")
    .sort((a, b) => a.customers - b.customers || (a.segment < b.segment ? -1 : 1));
  let smaller = 0;
  const rows = own.map(({dimension, value, segment, customers, orders, units}) => {
    const isShown = customers >= k && (smaller === 0 || smaller >= k);
    smaller += customers;
    return {dimension, value, segment, customers, orders: isShown ? orders : null, units: isShown ? units : null};
  });
  if (smaller === 0) return [];
  const sum = (name: "orders" | "units") => own.reduce((total, cell) => total + (cell[name] ?? 0), 0);
  const isShown = smaller >= k;
  const hasUnits = own.some(({units}) => units !== null);
  const all = {
    dimension: "total",
    value: "all",
    segment: null,
    customers: smaller,
    orders: isShown ? sum("orders") : null,
    units: isShown && hasUnits ? sum("units") : null,
  };
  return [all, ...rows];
}
