import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per recency score: the most days since the last order that still earn it.",
  key: ["score"],
  columns: [
    {name: "score", type: "integer", isNullable: false, about: "recency score, 1 to 5"},
    {name: "max_days", type: "integer", isNullable: false, about: "largest number of days, inclusive"},
  ],
  inputs: [],
  options: ({rfm}) => rfm.recencyDays,
  rows: ({config}) => [...config.rfm.recencyDays, 1_000_000].map((days, i) => ({score: 5 - i, max_days: days})),
});
