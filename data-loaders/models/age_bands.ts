import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per age band.",
  key: ["age_band"],
  columns: [
    {name: "age_band", type: "text", isNullable: false, about: "such as 25–34"},
    {name: "from_age", type: "integer", isNullable: false, about: "youngest age, in years"},
    {name: "to_age", type: "integer", isNullable: false, about: "oldest age, in years"},
  ],
  inputs: [],
  options: ({ageBands}) => ageBands,
  rows: ({config}) =>
    [0, ...config.ageBands].map((from, i) => {
      const next = config.ageBands[i];
      const label = from === 0 ? `< ${next}` : next === undefined ? `${from}+` : `${from}–${next - 1}`;
      return {age_band: label, from_age: from, to_age: next === undefined ? 200 : next - 1};
    }),
});
