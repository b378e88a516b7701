import {entityNames} from "../entities/entities.ts";
import {type Cell, countSource, toDay} from "../quality/count-source.ts";
import {findStrayDays} from "../stats/stray-days.ts";
import {defineModel} from "../warehouse/model.ts";

const keys = ["entity", "file", "entry", "month", "measure", "subject"] as const;

export default defineModel({
  grain:
    "One row per source, file, entry point, month and measure: rows that it holds for; without those that hold for none.",
  key: [...keys],
  columns: [
    {name: "entity", type: "text", isNullable: false, about: "kind of record, order_lines"},
    {name: "file", type: "integer", isNullable: false, about: "number of the file; 0: not told apart"},
    {name: "entry", type: "text", isNullable: false, about: "entry point; empty: not given; other: the small ones"},
    {name: "month", type: "text", isNullable: false, about: "2026-10; empty: the row tells no month of the data"},
    {
      name: "measure",
      type: "text",
      isNullable: false,
      about:
        "accepted, rejected, declared, duplicate, repeated, empty, needed, orphan, range, later; last: the last day that is no stray one; mask: bits of days that have rows; newest: a day, from 1970",
    },
    {name: "subject", type: "text", isNullable: false, about: "the rule or field"},
    {name: "rows", type: "integer", isNullable: false, about: "rows"},
  ],
  inputs: ["data_span", "orders", ...entityNames.map((entity) => `source_${entity}`)],
  options: ({asOf, privacy}) => [asOf, privacy.minCustomers],
  async rows({config, months, query, sources}) {
    const delivered = new Set([...sources.values()].map(({entity}) => entity));
    const options = {
      asOf: months.at(-1)!.monthEnd,
      isAsOfGiven: config.asOf !== undefined,
      delivered,
      minCustomers: config.privacy.minCustomers,
    };
    const rows: ({entity: string} & Omit<Cell, "measure"> & {measure: string})[] = [];
    for (const entity of entityNames) {
      const source = sources.get(`source_${entity}`);
      if (source) for (const cell of await countSource(query, source, options)) rows.push({entity, ...cell});
    }
    const days = await query<{day: string; rows: bigint}>(
      "SELECT CAST(ordered_on AS VARCHAR) AS day, count(*) AS rows FROM orders WHERE is_counted GROUP BY ordered_on ORDER BY ordered_on",
    );
    const {early, late, last} = findStrayDays(days.map(({day, rows: n}) => ({day: toDay(day), rows: Number(n)})));
    const entity = delivered.has("orders") ? "orders" : "order_lines";
    const place = {entity, file: 0, entry: "", month: ""};
    if (early) rows.push({...place, measure: "range", subject: "far before all others", rows: early});
    if (late) rows.push({...place, measure: "range", subject: "far after all others", rows: late});
    rows.push({...place, measure: "last", subject: "", rows: last});
    return rows.map((row) => ({...row}));
  },
});
