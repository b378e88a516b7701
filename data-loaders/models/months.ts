import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per month of the data.",
  key: ["month"],
  monthsOf: "month",
  columns: [
    {name: "month", type: "date", isNullable: false, about: "first day of the month"},
    {name: "month_end", type: "date", isNullable: false, about: "last day, or the last day of data"},
    {name: "is_partial", type: "boolean", isNullable: false, about: "the month is not over"},
    {
      name: "is_warming_up",
      type: "boolean",
      isNullable: false,
      about: "the window or the slide look-back begins before the first day of data",
    },
  ],
  inputs: ["data_span"],
  options: ({rfm, slide}) => [rfm.preset, rfm.windowMonths, slide.withinMonths],
  rows: ({months}) =>
    months.map(({month, monthEnd, isPartial, isWarmingUp}) => ({
      month,
      month_end: monthEnd,
      is_partial: isPartial,
      is_warming_up: isWarmingUp,
    })),
});
