import {type Cell, foldSmallCells} from "../stats/fold-small-cells.ts";
import {type Flow, foldSmallFlows} from "../stats/fold-small-flows.ts";
import {mapInTurns} from "../stats/map-in-turns.ts";
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
  async rows({config, months, query, integers}) {
    const k = config.privacy.minCustomers;
    const names = (await query<{name: string}>(`SELECT name FROM (${NAMES}) AS n ORDER BY no`)).map(({name}) => name);
    const columns = await integers(CELLS);
    const cubes = await mapInTurns(months, ({month}) => {
      const {cells, flows} = readMonth(columns, names, month);
      const cube = foldSmallCells(cells, k);
      const moved = foldSmallFlows(flows, cube, k);
      return [
        ...cube.map(({dimension, value, segment, customers, orders, cents}) => ({
          month,
          dimension,
          value,
          from_segment: null,
          segment,
          customers,
          orders,
          net_revenue: cents / 10_000,
          revenue_at_stake: null,
        })),
        ...moved.map(({dimension, value, from, segment, customers, cents}) => ({
          month,
          dimension,
          value,
          from_segment: from,
          segment,
          customers,
          orders: null,
          net_revenue: null,
          revenue_at_stake: segment === null || segment === from ? null : cents / 10_000,
        })),
      ];
    });
    return cubes.flat();
  },
});

/** Every text of the cells, with its number. */
const NAMES = `SELECT name, CAST(row_number() OVER (ORDER BY name) - 1 AS INTEGER) AS no FROM (
    SELECT dimension AS name FROM cube_cells UNION SELECT value FROM cube_cells UNION SELECT segment FROM cube_cells
    UNION SELECT from_segment FROM cube_cells WHERE from_segment IS NOT NULL) AS texts`;

/** The cells as numbers, which come a hundred times faster than texts; money in hundred thousands and what is left of it. */
const CELLS = `WITH names AS (${NAMES}),
  cells AS (
    SELECT *, floor(net_revenue / 100000) AS revenue_part, floor(revenue_at_stake / 100000) AS stake_part FROM cube_cells)
  SELECT CAST(12 * year(c.month) + month(c.month) AS INTEGER), d.no, v.no, s.no, coalesce(f.no, -1),
    CAST(c.customers AS INTEGER), CAST(c.orders AS INTEGER),
    CAST(c.revenue_part AS INTEGER), CAST((c.net_revenue - CAST(c.revenue_part * 100000 AS DECIMAL(18, 4))) * 10000 AS INTEGER),
    CAST(c.stake_part AS INTEGER), CAST((c.revenue_at_stake - CAST(c.stake_part * 100000 AS DECIMAL(18, 4))) * 10000 AS INTEGER)
  FROM cells c
  JOIN names d ON d.name = c.dimension
  JOIN names v ON v.name = c.value
  JOIN names s ON s.name = c.segment
  LEFT JOIN names f ON f.name = c.from_segment
  ORDER BY 1, 2, 3, 4, 5`;

/** A month's cells whatever the state before, and its flows. */
function readMonth(columns: readonly Int32Array[], names: readonly string[], month: string) {
  const [
    monthOf,
    dimensionOf,
    labelOf,
    segmentOf,
    fromOf,
    customersOf,
    ordersOf,
    revenueOf,
    restOf,
    stakeOf,
    stakeRestOf,
  ] = columns;
  const number = 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
  const cells: Cell[] = [];
  const flows: Flow[] = [];
  for (let i = monthOf!.indexOf(number); i >= 0 && monthOf![i] === number; i++) {
    const [dimension, value, segment] = [names[dimensionOf![i]!]!, names[labelOf![i]!]!, names[segmentOf![i]!]!];
    const customers = customersOf![i]!;
    const orders = ordersOf![i]!;
    const cents = revenueOf![i]! * 1e9 + restOf![i]!;
    const last = cells.at(-1);
    if (last?.segment === segment && last.value === value && last.dimension === dimension) {
      last.customers += customers;
      last.orders += orders;
      last.cents += cents;
    } else cells.push({dimension, value, segment, customers, orders, cents});
    if (fromOf![i]! < 0) continue;
    const stake = stakeOf![i]! * 1e9 + stakeRestOf![i]!;
    flows.push({dimension, value, segment, customers, orders: 0, cents: stake, from: names[fromOf![i]!]!});
  }
  return {cells, flows};
}
