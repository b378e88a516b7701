import {type Cell, foldSmallCells} from "../stats/fold-small-cells.ts";
import {type Flow, foldSmallFlows} from "../stats/fold-small-flows.ts";
import {groupBy} from "../stats/group-by.ts";
import {defineModel} from "../warehouse/model.ts";

const DIMENSIONS = "city, channel, gender, age_band, acquisition_source or favourite_category";

export default defineModel({
  grain:
    "One row per month, attribute value, state a month before (null: whichever) and state (null: all), with no cell of fewer customers than the configuration allows.",
  key: ["month", "dimension", "value", "from_segment", "segment"],
  columns: [
    {name: "month", type: "date", isNullable: false, about: "first day of the month"},
    {name: "dimension", type: "text", isNullable: false, about: DIMENSIONS},
    {
      name: "value",
      type: "text",
      isNullable: false,
      about: "the customer's value at the snapshot; other: small values together",
    },
    {
      name: "from_segment",
      type: "text",
      isNullable: true,
      about: "state a month before; unknown: not known then; null: whichever it was",
    },
    {name: "segment", type: "text", isNullable: true, about: "segment or pool state; null: all of them"},
    {name: "customers", type: "integer", isNullable: false, about: "people"},
    {
      name: "orders",
      type: "integer",
      isNullable: true,
      about: "their orders in the month; null where a state before is named",
    },
    {
      name: "net_revenue",
      type: "number",
      isNullable: true,
      about: "their net revenue in the month, in the reporting currency; null where a state before is named",
    },
    {
      name: "revenue_at_stake",
      type: "number",
      isNullable: true,
      about: "of a move, their net revenue in the window of the month before, in the reporting currency; else null",
    },
  ],
  inputs: ["cube_cells"],
  isMonthly: true,
  reads: {cube_cells: [0, 0]},
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, months, query}) {
    const k = config.privacy.minCustomers;
    const cells = await query<Cell & {month: string}>(
      `SELECT CAST(month AS VARCHAR) AS month, dimension, value, segment, CAST(sum(customers) AS DOUBLE) AS customers,
         CAST(sum(orders) AS DOUBLE) AS orders, CAST(sum(net_revenue) * 10000 AS DOUBLE) AS cents
       FROM cube_cells GROUP BY month, dimension, value, segment ORDER BY month, dimension, value, segment`,
    );
    const flows = await query<Flow & {month: string}>(
      `SELECT CAST(month AS VARCHAR) AS month, dimension, value, from_segment AS "from", segment, CAST(customers AS DOUBLE) AS customers,
         CAST(0 AS DOUBLE) AS orders, CAST(revenue_at_stake * 10000 AS DOUBLE) AS cents
       FROM cube_cells WHERE from_segment IS NOT NULL ORDER BY month, dimension, value, from_segment, segment`,
    );
    const [cellsOf, flowsOf] = [groupBy(cells, withMonth), groupBy(flows, withMonth)];
    return months.flatMap(({month}) => {
      const cube = foldSmallCells(withoutMonth(cellsOf.get(month)), k);
      const moved = foldSmallFlows(withoutMonth(flowsOf.get(month)), cube, k);
      return [
        ...cube.map(({cents, ...cell}) => ({
          month,
          ...cell,
          from_segment: null,
          net_revenue: cents / 10_000,
          revenue_at_stake: null,
        })),
        ...moved.map(({from, cents, ...flow}) => ({
          month,
          ...flow,
          from_segment: from,
          orders: null,
          net_revenue: null,
          revenue_at_stake: flow.segment === null || flow.segment === from ? null : cents / 10_000,
        })),
      ];
    });
  },
});

function withMonth({month}: {month: string}): string {
  return month;
}

function withoutMonth<T extends {month: string}>(rows: readonly T[] = []): Omit<T, "month">[] {
  return rows.map(({month: _, ...row}) => row);
}
