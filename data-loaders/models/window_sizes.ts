import {defineModel, type ModelRow} from "../warehouse/model.ts";
import {addMonths, type Month} from "../warehouse/months.ts";

const MONTHS_AT_ONCE = 12;

export default defineModel({
  grain: "One row per month, further window of the configuration and state: the people in it under that window.",
  key: ["month", "window_months", "segment"],
  columns: [
    {name: "month", type: "date", isNullable: false, about: "first day of the month"},
    {name: "window_months", type: "integer", isNullable: false, about: "months in the look-back window"},
    {name: "segment", type: "text", isNullable: false, about: "segment or pool state under that window"},
    {name: "customers", type: "integer", isNullable: false, about: "people"},
    {name: "net_revenue", type: "money", isNullable: false, about: "their net revenue in that window"},
  ],
  inputs: ["newest_segments", "scorer_months", "scorer_persons", "segment_grid", "touch_days"],
  options: ({rfm}) => rfm.windows,
  async rows({config, months, query, definition}) {
    // The one scorer: it knows its window by `snapshot_months` alone.
    const tables = (await definition("rfm_snapshots")).replace(/^WITH /, "");
    const sizes: ModelRow[] = [];
    for (const window of config.rfm.windows)
      for (let i = 0; i < months.length; i += MONTHS_AT_ONCE)
        sizes.push(...(await query<ModelRow>(selectSizes(tables, window, months.slice(i, i + MONTHS_AT_ONCE)))));
    return sizes;
  },
});

/** Sizes under a window; `tables` is the scorer's text after its first word. */
function selectSizes(tables: string, window: number, months: readonly Month[]): string {
  const rows = months.map(
    ({month, monthEnd}) => `(DATE '${month}', DATE '${monthEnd}', DATE '${addMonths(month, 1 - window)}')`,
  );
  return `SELECT CAST(month AS VARCHAR) AS month, ${window} AS window_months, segment, CAST(count(*) AS DOUBLE) AS customers, CAST(sum(net_revenue) AS DOUBLE) AS net_revenue
    FROM (WITH snapshot_months AS (SELECT * FROM (VALUES ${rows.join(", ")}) AS m (month, month_end, window_start)),
      persons AS (SELECT * FROM scorer_persons), customer_months AS (SELECT * FROM scorer_months), ${tables}) AS s
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}
