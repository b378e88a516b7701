import {defineTable, entities} from "../../data-loaders/published.ts";

export default defineTable({
  grain:
    "One row per field of the data layer and published table that is computed from it; a field that no table uses has one row without a table.",
  key: ["entity", "field", "used_by"],
  columns: [
    {name: "entity", type: "text", isNullable: false, about: "kind of record, order_lines"},
    {name: "field", type: "text", isNullable: false, about: "one of its fields"},
    {name: "is_required", type: "boolean", isNullable: false, about: "a record without it is rejected"},
    {name: "is_filled", type: "boolean", isNullable: false, about: "the shop delivers it in at least one record"},
    {name: "used_by", type: "text", isNullable: true, about: "published table; null: none uses the field"},
  ],
  inputs: Object.keys(entities).map((entity) => `source_${entity}`),
  readsGraph: true,
  rows: async ({fieldUsage}) =>
    (await fieldUsage()).flatMap(({entity, field, isRequired, isFilled, tables}) =>
      (tables.length ? tables : [null]).map((table) => ({
        entity,
        field,
        is_required: isRequired,
        is_filled: isFilled,
        used_by: table,
      })),
    ),
});
