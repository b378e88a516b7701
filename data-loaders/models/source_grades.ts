import {gradeSources, type SourceCount} from "../quality/grade-sources.ts";
import {defineModel} from "../warehouse/model.ts";

const count = (name: string, about: string) => ({name, type: "integer" as const, isNullable: false, about});

export default defineModel({
  grain: "One row per source and month, and per source as a whole; and the same for all sources together.",
  key: ["entity", "period"],
  columns: [
    {name: "entity", type: "text", isNullable: false, about: "kind of record, order_lines; all: every source"},
    {name: "period", type: "text", isNullable: false, about: "2026-10; all: everything that was delivered"},
    {name: "adapter", type: "text", isNullable: true, about: "csv, parquet, json, xlsx, postgres or api"},
    count("files", "files of the source"),
    count("records", "records that an independent count found"),
    count("accepted", "rows that were taken"),
    count("rejected", "rows that are malformed"),
    count("declared", "rows that the shop declares to be none of its business"),
    count("duplicates", "rows that share a key with an earlier one, and were dropped"),
    count("repeated", "accepted rows without a key that say what another one says"),
    count("orphans", "keys that point nowhere"),
    count("out_of_range", "accepted rows, times rules that they break"),
    count("needed_empty", "accepted rows, times fields that the report needs and they lack"),
    {name: "newest_on", type: "date", isNullable: true, about: "newest day, up to the last day of data"},
    {name: "days_behind", type: "integer", isNullable: true, about: "days from it to the last day of data"},
    count("silent_days", "days of silences that the usual rhythm does not explain; as a whole: of the last 12 months"),
    {name: "usual_rows", type: "number", isNullable: true, about: "usual rows of a month; null: too little history"},
    {name: "grade", type: "text", isNullable: false, about: "A, B, C or D"},
    {name: "reason", type: "text", isNullable: true, about: "what lowers it most; null: A"},
    {name: "reason_entity", type: "text", isNullable: true, about: "in which source"},
    {name: "reason_value", type: "number", isNullable: true, about: "share, days, or times the usual"},
  ],
  inputs: ["data_span", "source_counts"],
  options: ({asOf}) => [asOf],
  async rows({config, months, query, sources}) {
    const counts = await query<Omit<SourceCount, "rows"> & {rows: bigint}>(
      `SELECT entity, month, measure, subject,
         CAST(CASE measure WHEN 'mask' THEN bit_or(rows) WHEN 'newest' THEN max(rows) ELSE sum(rows) END AS BIGINT) AS rows
       FROM source_counts GROUP BY entity, month, measure, subject ORDER BY entity, month, measure, subject`,
    );
    const rows = gradeSources(
      counts.map((counted) => ({...counted, rows: Number(counted.rows)})),
      {
        months: months.map(({month}) => month.slice(0, 7)),
        asOf: months.at(-1)!.monthEnd,
        isAsOfGiven: config.asOf !== undefined,
      },
    );
    return rows.map((row) => {
      const source = sources.get(`source_${row.entity}`);
      const files = source?.files.length ?? [...sources.values()].reduce((sum, other) => sum + other.files.length, 0);
      return {...row, adapter: source?.kind ?? null, files};
    });
  },
});
