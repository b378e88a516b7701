import {listGridCells} from "../config/segment-map.ts";
import {findImpossibleMoves} from "../stats/impossible-moves.ts";
import {defineModel} from "../warehouse/model.ts";
import {addMonths} from "../warehouse/months.ts";

export default defineModel({
  grain: "One row per month, horizon and move that the recency edges rule out.",
  key: ["month", "horizon_months", "from_segment", "to_segment"],
  columns: [
    {name: "month", type: "date", isNullable: false, about: "first day of the month of the later snapshot"},
    {name: "horizon_months", type: "integer", isNullable: false, about: "months between the two snapshots"},
    {name: "from_segment", type: "text", isNullable: false, about: "state at the earlier snapshot"},
    {name: "to_segment", type: "text", isNullable: false, about: "state at the later snapshot"},
  ],
  inputs: ["data_span"],
  options: ({rfm, segments}) => [rfm, segments.map(({key, cells}) => [key, cells])],
  rows({config, months}) {
    const cells = listGridCells(config.segments);
    return months.flatMap(({month, monthEnd, windowStart}) =>
      [1, 3, 6, 12].flatMap((horizon) => {
        const earlier = months.find((candidate) => candidate.month === addMonths(month, -horizon));
        if (!earlier || config.rfm.recency === "quintile") return [];
        const moves = findImpossibleMoves({
          cells,
          recencyDays: config.rfm.recencyDays,
          countsTouches: config.rfm.recencyBasis === "touch",
          daysBetween: countDays(earlier.monthEnd, monthEnd),
          windowDays: countDays(windowStart, monthEnd),
        });
        return moves.map(([from, to]) => ({month, horizon_months: horizon, from_segment: from, to_segment: to}));
      }),
    );
  },
});

function countDays(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
