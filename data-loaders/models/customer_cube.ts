import {type Cell, foldSmallCells} from "../stats/fold-small-cells.ts";
import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain:
    "One row per month, attribute value and state (null: all states), with no cell of fewer customers than the configuration allows.",
  key: ["month", "dimension", "value", "segment"],
  columns: [
    {name: "month", type: "date", isNullable: false, about: "first day of the month"},
    {
      name: "dimension",
      type: "text",
      isNullable: false,
      about: "city, channel, gender, age_band or acquisition_source",
    },
    {
      name: "value",
      type: "text",
      isNullable: false,
      about: "the customer's value at the snapshot; other: small values together",
    },
    {name: "segment", type: "text", isNullable: true, about: "segment or pool state; null: all of them"},
    {name: "customers", type: "integer", isNullable: false, about: "people"},
    {name: "orders", type: "integer", isNullable: false, about: "their orders in the month"},
    {
      name: "net_revenue",
      type: "number",
      isNullable: false,
      about: "their net revenue in the month, in the reporting currency",
    },
  ],
  inputs: ["cube_cells"],
  isMonthly: true,
  reads: {cube_cells: [0, 0]},
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, months, query}) {
    const cells = await query<Cell & {month: string}>(
      `SELECT CAST(month AS VARCHAR) AS month, dimension, value, segment, CAST(customers AS DOUBLE) AS customers,
         CAST(orders AS DOUBLE) AS orders, CAST(net_revenue * 10000 AS DOUBLE) AS cents
       FROM cube_cells ORDER BY month, dimension, value, segment`,
    );
    return months.flatMap(({month}) =>
      foldSmallCells(
        cells.filter((cell) => cell.month === month).map(({month: _, ...cell}) => cell),
        config.privacy.minCustomers,
      ).map(({cents, ...cell}) => ({month, ...cell, net_revenue: cents / 10_000})),
    );
  },
});
